package storagebench.duel;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import storagebench.results.Metric;
import storagebench.results.ProfileFolder;
import storagebench.run.Measurement;
import storagebench.run.TrialRunner;
import storagebench.run.plan.Rounds;
import storagebench.storage.Sides;
import storagebench.storage.TrialSide;

/**
 * Measures one side right after the other, each in a fork of its own: for servers that cannot run
 * at once or would disturb each other. Which goes first is drawn as for batches; where the servers
 * are switched it is the one that is up, so that the sides go A B, B A, A B.
 */
final class ApartMeasurement implements Measurement {
  private final DuelArguments arguments;
  private final List<TrialSide> sides;
  private final SideSwitch power;
  private final IntConsumer check;
  private final DuelFolder folder;
  private final PrintStream log;

  /**
   * @param sides what a fork has to know of them
   * @param power brings up the server of a side
   * @param check makes sure that the server of a side is the one that the duel began with
   * @param folder where profilers keep their files, for each side
   * @param log takes JMH's own text
   */
  ApartMeasurement(
      DuelArguments arguments,
      List<TrialSide> sides,
      SideSwitch power,
      IntConsumer check,
      DuelFolder folder,
      PrintStream log) {
    this.arguments = arguments;
    this.sides = List.copyOf(sides);
    this.power = power;
    this.check = check;
    this.folder = folder;
    this.log = log;
  }

  @Override
  public Collection<RunResult> run(Rounds.Trial trial, Batches batches) throws RunnerException {
    int first = power.on().orElseGet(() -> arguments.turns(trial).made());
    List<RunResult> both = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      int side = first ^ i;
      int before = i;
      power.to(side);
      check.accept(side);
      Collection<RunResult> results =
          runner(side)
              .run(
                  trial,
                  (done, total) -> batches.ended(before * total + done, sides.size() * total));
      results.forEach(result -> mark(result, side));
      both.addAll(results);
    }
    return both;
  }

  @Override
  public List<ProfileFolder> profiles(Rounds.Trial trial) {
    List<ProfileFolder> all = new ArrayList<>();
    for (int side = 0; side < sides.size(); side++) {
      all.addAll(runner(side).profiles(trial));
    }
    return all;
  }

  private TrialRunner runner(int side) {
    CommandLineOptions asked = arguments.benchmark().jmh();
    List<String> jvm = new ArrayList<>(asked.getJvmArgsPrepend().orElse(List.of()));
    jvm.add(Sides.alone(sides.get(side)).argument());
    Options options =
        new OptionsBuilder().parent(asked).jvmArgsPrepend(jvm.toArray(String[]::new)).build();
    return new TrialRunner(options, sides.get(side).handoff(), log)
        .keepingProfilesIn(folder.side(side));
  }

  private static void mark(RunResult result, int side) {
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        iteration.addResult(
            new ScalarResult(
                Metric.DUEL_SIDE.label(), side, Metric.DUEL_SIDE.unit(), AggregationPolicy.AVG));
      }
    }
  }
}
