package storagebench.run;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import storagebench.gpfdist.ListenAddress;
import storagebench.results.ProfileFolder;
import storagebench.run.folder.ForkArguments;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.server.TargetFinder;
import storagebench.server.UserScripts;

/** Runs single trials by JMH: one cell, one fork. */
public final class TrialRunner implements Measurement {
  /** By name: it lives with the benchmarks, which know this package as little as it knows them. */
  private static final String PROFILER = "storagebench.benchmark.StorageProfiler";

  private final Options options;
  private final String handoff;
  private final PrintStream log;
  private final Optional<Path> folder;

  /**
   * @param options what the user asked of JMH
   * @param handoff how the forks find the target; empty if there is none
   * @param log takes JMH's own text
   */
  public TrialRunner(Options options, String handoff, PrintStream log) {
    this(options, handoff, log, Optional.empty());
  }

  private TrialRunner(Options options, String handoff, PrintStream log, Optional<Path> folder) {
    this.options = options;
    this.handoff = handoff;
    this.log = log;
    this.folder = folder;
  }

  /** The same, with profilers keeping their files in a run's folder. */
  public TrialRunner keepingProfilesIn(Path run) {
    return new TrialRunner(options, handoff, log, Optional.of(run));
  }

  @Override
  public List<ProfileFolder> profiles(Rounds.Trial trial) {
    return folder.map(run -> ProfileFolder.of(run, trial.cell().toString(), trial.round())).stream()
        .toList();
  }

  @Override
  public Collection<RunResult> run(Rounds.Trial trial, Batches batches) throws RunnerException {
    // Profilers look at the target in this JVM first, and a trial without a fork runs in it.
    System.setProperty(TargetFinder.HANDOFF, handoff);
    profiles(trial)
        .forEach(
            kept -> {
              kept.clear();
              System.setProperty(ProfileFolder.PROPERTY, kept.path().toString());
            });
    OutputFormat text =
        OutputFormatFactory.createFormatInstance(
            new Unclosable(log), options.verbosity().orElse(Defaults.VERBOSITY));
    return new Runner(options(trial), new BatchCount(text, batches)).run();
  }

  private Options options(Rounds.Trial trial) {
    PlannedCell cell = trial.cell();
    String exactly = "^" + Pattern.quote(cell.benchmark()) + "$";
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .parent(options)
            // JMH adds these to the user's own names, so all others have to be excluded.
            .include(exactly)
            .exclude("^(?!" + Pattern.quote(cell.benchmark()) + "$)")
            .forks(Math.min(1, options.getForkCount().orElse(1)))
            .warmupForks(trial.round() == 0 ? options.getWarmupForkCount().orElse(0) : 0)
            .shouldFailOnError(true)
            .jvmArgsPrepend(jvmArguments(trial))
            .addProfiler(PROFILER);
    // Else JMH would run all that the command line names.
    cell.allParameters().forEach((name, value) -> builder.param(name, value));
    return builder.build();
  }

  private String[] jvmArguments(Rounds.Trial trial) {
    List<String> arguments = new ArrayList<>(List.of(ForkArguments.WITHOUT_WARNING));
    arguments.addAll(options.getJvmArgsPrepend().orElse(List.of()));
    if (!handoff.isEmpty()) {
      arguments.add("-D" + TargetFinder.HANDOFF + "=" + handoff);
    }
    profiles(trial)
        .forEach(kept -> arguments.add("-D" + ProfileFolder.PROPERTY + "=" + kept.path()));
    Optional.ofNullable(System.getProperty(UserScripts.PROPERTY))
        .ifPresent(folder -> arguments.add("-D" + UserScripts.PROPERTY + "=" + folder));
    ListenAddress.named()
        .ifPresent(host -> arguments.add("-D" + ListenAddress.PROPERTY + "=" + host));
    return arguments.toArray(String[]::new);
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
