package storagebench.duel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import storagebench.UserError;
import storagebench.run.Cell;
import storagebench.run.Console;
import storagebench.run.Failure;
import storagebench.run.MergedResults;
import storagebench.run.Rounds;
import storagebench.run.RunLog;
import storagebench.run.TrialRunner;
import storagebench.side.Side;
import storagebench.side.Sides;
import storagebench.side.Turns;
import storagebench.statistics.PairedRatio;

/**
 * Runs the trials of a duel in rounds, each with every cell that is not decided, in random order.
 * Both sides of a finished trial are in their folders before the next begins. A cell that failed is
 * not tried again.
 */
final class DuelTrials {
  private final DuelArguments arguments;
  private final List<Side> sides;
  private final DuelFolder folder;
  private final RunLog log;
  private final Console console;
  private final List<MergedResults> merged = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final Set<Cell> open;
  private int finished;

  DuelTrials(
      DuelArguments arguments, List<Side> sides, DuelFolder folder, RunLog log, Console console) {
    this.arguments = arguments;
    this.sides = List.copyOf(sides);
    this.folder = folder;
    this.log = log;
    this.console = console;
    this.open = new LinkedHashSet<>(arguments.cells());
    for (DuelSide side : arguments.sides()) {
      List<Cell> cells =
          arguments.cells().stream().map(cell -> DuelArguments.onSide(cell, side)).toList();
      merged.add(new MergedResults(cells, arguments.sides().size()));
    }
  }

  /**
   * Runs them.
   *
   * @param decided whether a cell needs no more trials; asked after each round
   * @param afterFailure tidies up; throws {@link UserError} if a server is lost
   */
  void run(Predicate<Cell> decided, Runnable afterFailure) {
    Random random = new Random(arguments.seed());
    for (int round = 0; round < arguments.trials() && !open.isEmpty(); round++) {
      List<Cell> next = new ArrayList<>(open);
      Collections.shuffle(next, random);
      for (Cell cell : next) {
        if (!trial(cell, round)) {
          open.remove(cell);
          afterFailure.run();
        }
      }
      open.removeIf(decided);
    }
  }

  /** Trials that count. */
  int finished() {
    return finished;
  }

  /** A line for each trial that does not. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  private boolean trial(Cell cell, int round) {
    String name =
        String.format(Locale.ROOT, "[%d/%d] %s", round + 1, arguments.trials(), shown(cell));
    try {
      Rounds.Trial trial = new Rounds.Trial(cell, round, true);
      RunResult both =
          new TrialRunner(options(cell, round), "", log.out()).run(trial).iterator().next();
      console.line(name + "  " + keep(cell, both));
      finished++;
      return true;
    } catch (RunnerException e) {
      if (!(e.getCause() instanceof BenchmarkException)) {
        // Not this trial's fault: another JMH holds the lock, or a profiler cannot work.
        throw new UserError(Failure.line(e), e);
      }
      failures.add(cell + ": " + Failure.line(e));
      e.printStackTrace(log.out());
      console.notice(name + "  FAILED: " + Failure.line(e));
      return false;
    }
  }

  /** Each cell has turns of its own, so that no cell's order is another's. */
  private Options options(Cell cell, int round) {
    CommandLineOptions asked = arguments.benchmark().jmh();
    long seed = arguments.seed() + ((long) arguments.cells().indexOf(cell) << Integer.SIZE);
    List<String> jvm = new ArrayList<>(asked.getJvmArgsPrepend().orElse(List.of()));
    jvm.add(new Sides(sides, new Turns(seed, round)).argument());
    return new OptionsBuilder()
        .parent(asked)
        .warmupIterations(sides.size() * arguments.warmupPairs())
        .measurementIterations(sides.size() * arguments.pairs())
        .jvmArgsPrepend(jvm.toArray(String[]::new))
        .build();
  }

  private String keep(Cell cell, RunResult both) {
    List<SortedMap<Double, Double>> scores = new ArrayList<>();
    for (int side = 0; side < sides.size(); side++) {
      RunResult own = SideResults.of(both, side);
      merged.get(side).add(DuelArguments.onSide(cell, arguments.sides().get(side)), own);
      folder.keepResults(side, merged.get(side).format(ResultFormatType.JSON));
      scores.add(SideResults.byPair(own));
    }
    return String.format(
        Locale.ROOT,
        "candidate / baseline %.4f (median of %d pairs)",
        Math.exp(
            PairedRatio.logOfMedian(
                values(scores.get(Turns.BASELINE)), values(scores.get(Turns.CANDIDATE)))),
        scores.get(Turns.BASELINE).size());
  }

  private static double[] values(SortedMap<Double, Double> scores) {
    return scores.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The variants are in the sides' names. */
  private static String shown(Cell cell) {
    return cell.toString().replaceFirst(" " + Cell.VARIANT + "=\\S+", "");
  }
}
