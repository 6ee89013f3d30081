package storagebench.run;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import storagebench.results.ProfileFolder;
import storagebench.target.TargetFinder;

/** Runs single trials by JMH: one cell, one fork. */
final class TrialRunner {
  /** By name: it lives with the benchmarks, which know this package as little as it knows them. */
  private static final String PROFILER = "storagebench.benchmark.StorageProfiler";

  private final CommandLineOptions options;
  private final String handoff;
  private final Path folder;
  private final PrintStream log;

  /**
   * @param options what the user asked of JMH
   * @param handoff how the forks find the target; empty if there is none
   * @param folder the run's folder
   * @param log takes JMH's own text
   */
  TrialRunner(CommandLineOptions options, String handoff, Path folder, PrintStream log) {
    this.options = options;
    this.handoff = handoff;
    this.folder = folder;
    this.log = log;
  }

  /**
   * Runs one trial.
   *
   * @return one result for each JMH mode asked for
   * @throws RunnerException if the trial failed
   */
  Collection<RunResult> run(Rounds.Trial trial) throws RunnerException {
    // Profilers look at the target in this JVM first, and a trial without a fork runs in it.
    System.setProperty(TargetFinder.HANDOFF, handoff);
    System.setProperty(ProfileFolder.PROPERTY, profileFolder(trial).path().toString());
    return new Runner(
            options(trial),
            OutputFormatFactory.createFormatInstance(
                new Unclosable(log), options.verbosity().orElse(Defaults.VERBOSITY)))
        .run();
  }

  /** Where profilers put the files of a trial. */
  ProfileFolder profileFolder(Rounds.Trial trial) {
    return ProfileFolder.of(folder, trial.cell().toString(), trial.round());
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
            .jvmArgsPrepend(jvmArguments(trial))
            .addProfiler(PROFILER);
    cell.parameters().forEach(builder::param);
    return builder.build();
  }

  private String[] jvmArguments(Rounds.Trial trial) {
    List<String> arguments = new ArrayList<>(options.getJvmArgsPrepend().orElse(List.of()));
    if (!handoff.isEmpty()) {
      arguments.add(argument(TargetFinder.HANDOFF) + handoff);
    }
    arguments.add(argument(ProfileFolder.PROPERTY) + profileFolder(trial).path());
    return arguments.toArray(String[]::new);
  }

  /** Whether only this run's own forks need an argument, which is no part of its results. */
  static boolean isOwn(String argument) {
    return argument.startsWith(argument(TargetFinder.HANDOFF))
        || argument.startsWith(argument(ProfileFolder.PROPERTY));
  }

  private static String argument(String property) {
    return "-D" + property + "=";
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
