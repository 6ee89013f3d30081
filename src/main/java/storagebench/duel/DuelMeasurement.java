package storagebench.duel;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import storagebench.results.ProfileFolder;
import storagebench.run.Measurement;
import storagebench.run.TrialRunner;
import storagebench.run.plan.Rounds;
import storagebench.storage.Sides;
import storagebench.storage.TrialSide;
import storagebench.storage.Turns;

/** Measures both sides in one trial, pair by pair. */
final class DuelMeasurement implements Measurement {
  private final DuelArguments arguments;
  private final List<TrialSide> sides;
  private final Path folder;
  private final PrintStream log;

  /**
   * @param sides what a fork has to know of them
   * @param folder where profilers keep their files
   * @param log takes JMH's own text
   */
  DuelMeasurement(DuelArguments arguments, List<TrialSide> sides, Path folder, PrintStream log) {
    this.arguments = arguments;
    this.sides = List.copyOf(sides);
    this.folder = folder;
    this.log = log;
  }

  @Override
  public Collection<RunResult> run(Rounds.Trial trial, Batches batches) throws RunnerException {
    return runner(trial).run(trial, batches);
  }

  @Override
  public List<ProfileFolder> profiles(Rounds.Trial trial) {
    return runner(trial).profiles(trial);
  }

  /** Whether profilers can work is asked of the baseline's server. */
  private TrialRunner runner(Rounds.Trial trial) {
    String handoff = sides.get(Turns.BASELINE).handoff();
    return new TrialRunner(options(trial), handoff, log).keepingProfilesIn(folder);
  }

  private Options options(Rounds.Trial trial) {
    CommandLineOptions asked = arguments.benchmark().jmh();
    List<String> jvm = new ArrayList<>(asked.getJvmArgsPrepend().orElse(List.of()));
    jvm.add(new Sides(sides, arguments.turns(trial)).argument());
    return new OptionsBuilder()
        .parent(asked)
        .warmupIterations(sides.size() * arguments.warmupPairs())
        .measurementIterations(sides.size() * arguments.pairs())
        .jvmArgsPrepend(jvm.toArray(String[]::new))
        .build();
  }
}
