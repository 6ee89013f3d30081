package storagebench.run;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import storagebench.target.TargetFinder;

/** Runs single trials by JMH: one cell, one fork. */
public final class TrialRunner implements Measurement {
  /** By name: it lives with the benchmarks, which know this package as little as it knows them. */
  private static final String PROFILER = "storagebench.benchmark.StorageProfiler";

  private final Options options;
  private final String handoff;
  private final PrintStream log;

  /**
   * @param options what the user asked of JMH
   * @param handoff how the forks find the target; empty if there is none
   * @param log takes JMH's own text
   */
  public TrialRunner(Options options, String handoff, PrintStream log) {
    this.options = options;
    this.handoff = handoff;
    this.log = log;
  }

  @Override
  public Collection<RunResult> run(Rounds.Trial trial) throws RunnerException {
    if (!trial.fork()) {
      // It runs in this JVM, which no argument can tell.
      System.setProperty(TargetFinder.HANDOFF, handoff);
    }
    return new Runner(
            options(trial),
            OutputFormatFactory.createFormatInstance(
                new Unclosable(log), options.verbosity().orElse(Defaults.VERBOSITY)))
        .run();
  }

  private Options options(Rounds.Trial trial) {
    Cell cell = trial.cell();
    String exactly = "^" + Pattern.quote(cell.benchmark()) + "$";
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .parent(options)
            // JMH adds these to the user's own names, so all others have to be excluded.
            .include(exactly)
            .exclude("^(?!" + Pattern.quote(cell.benchmark()) + "$)")
            .forks(trial.fork() ? 1 : 0)
            .warmupForks(trial.round() == 0 ? options.getWarmupForkCount().orElse(0) : 0)
            .shouldFailOnError(true)
            .jvmArgsPrepend(jvmArguments())
            .addProfiler(PROFILER);
    cell.parameters().forEach(builder::param);
    return builder.build();
  }

  private String[] jvmArguments() {
    List<String> arguments = new ArrayList<>(options.getJvmArgsPrepend().orElse(List.of()));
    if (!handoff.isEmpty()) {
      arguments.add(handoffArgument());
    }
    return arguments.toArray(String[]::new);
  }

  private String handoffArgument() {
    return "-D" + TargetFinder.HANDOFF + "=" + handoff;
  }

  /** JMH closes its output after every run. */
  private static final class Unclosable extends PrintStream {
    Unclosable(PrintStream out) {
      super(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
      flush();
    }
  }
}
