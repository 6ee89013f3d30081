package storagebench.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import storagebench.UserError;
import storagebench.compare.CompareOptions;
import storagebench.run.BenchmarkArguments;
import storagebench.run.Cell;
import storagebench.run.RunOptions;
import storagebench.run.Selection;
import storagebench.side.Turns;

/**
 * What a duel was asked for.
 *
 * @param sides the baseline, then the candidate, both with a variant
 * @param benchmark what both sides do, and how often
 * @param cells the cells, as the baseline has them
 * @param compare how the sides are compared
 * @param untilDecided whether to end a cell as soon as its verdict is clear
 * @param seed of the order
 * @param command the whole as words, to be kept
 */
public record DuelArguments(
    List<DuelSide> sides,
    BenchmarkArguments benchmark,
    List<Cell> cells,
    CompareOptions compare,
    boolean untilDecided,
    long seed,
    List<String> command) {
  /** Trials of a cell, if -f does not say. */
  static final int TRIALS = 10;

  /** Warm-up pairs of a trial, if -wi does not say. */
  static final int WARMUP_PAIRS = 3;

  /** Measured pairs of a trial, if -i does not say. */
  static final int PAIRS = 20;

  /** Trials without which no look is worth it. */
  static final int FIRST_LOOK = 3;

  private static final String USUAL_BENCHMARK = "\\.InsertSelectBenchmark\\.insertSelect$";

  public DuelArguments {
    sides = List.copyOf(sides);
    cells = List.copyOf(cells);
    command = List.copyOf(command);
  }

  /**
   * Reads the command line.
   *
   * @param jmh JMH's options
   * @throws UserError if it cannot be a duel
   */
  public static DuelArguments of(
      DuelSide baseline,
      DuelSide candidate,
      List<String> jmh,
      CompareOptions compare,
      boolean untilDecided,
      long seed,
      List<String> command) {
    DuelSide first = baseline.orVariantOf(candidate);
    DuelSide second = candidate.orVariantOf(baseline);
    if (first.variant().isEmpty()) {
      throw new UserError("neither side names a variant; expected one such as HEAP or variant=AO");
    }
    BenchmarkArguments arguments = arguments(first, jmh);
    List<Cell> cells = Selection.of(arguments).cells();
    check(arguments.jmh(), cells, untilDecided);
    return new DuelArguments(
        List.of(first, second), arguments, cells, compare, untilDecided, seed, command);
  }

  private static BenchmarkArguments arguments(DuelSide baseline, List<String> jmh) {
    BenchmarkArguments asked = BenchmarkArguments.parse(jmh);
    if (asked.parameters().contains(Cell.VARIANT)) {
      throw new UserError("-p variant: in a duel the sides name their variants");
    }
    RunOptions run = asked.options();
    if (run.resume() != null || run.until() != null || run.budget() != null) {
      throw new UserError(
          "--resume, --until and --budget are for runs; a duel has --until-decided");
    }
    if (run.order() != null || run.settle() != null || asked.resultFile().isPresent()) {
      throw new UserError("--order, --settle, -rf and -rff are for runs; a duel has two results");
    }
    List<String> words = new ArrayList<>(jmh);
    if (asked.jmh().getIncludes().isEmpty()) {
      words.add(0, USUAL_BENCHMARK);
    }
    words.addAll(List.of("-p", Cell.VARIANT + "=" + baseline.variant().orElseThrow()));
    return BenchmarkArguments.parse(words);
  }

  private static void check(CommandLineOptions jmh, List<Cell> cells, boolean untilDecided) {
    for (Cell cell : cells) {
      if (!cell.parameters().containsKey(Cell.VARIANT)) {
        throw new UserError(
            cell + " stores nothing; a duel needs insertSelect, copy or" + " multiRowInsert");
      }
    }
    if (jmh.getBenchModes().stream().anyMatch(mode -> mode != Mode.SingleShotTime)) {
      throw new UserError("-bm: in a duel an iteration is one batch, so the mode is ss");
    }
    if (jmh.getForkCount().orElse(TRIALS) < 1) {
      throw new UserError("-f 0: a duel needs a JVM of its own for each trial");
    }
    if (jmh.getMeasurementIterations().orElse(PAIRS) < FIRST_LOOK) {
      throw new UserError("-i: a trial of a duel needs " + FIRST_LOOK + " pairs or more");
    }
    if (untilDecided && jmh.getForkCount().orElse(TRIALS) < FIRST_LOOK) {
      throw new UserError(
          "--until-decided needs -f " + FIRST_LOOK + " or more, the most trials of a cell");
    }
  }

  DuelSide baseline() {
    return sides.get(Turns.BASELINE);
  }

  DuelSide candidate() {
    return sides.get(Turns.CANDIDATE);
  }

  /** Trials of each cell, or the most of them. */
  int trials() {
    return benchmark.jmh().getForkCount().orElse(TRIALS);
  }

  /** Warm-up batches of each side in a trial. */
  int warmupPairs() {
    return benchmark.jmh().getWarmupIterations().orElse(WARMUP_PAIRS);
  }

  /** Measured batches of each side in a trial. */
  int pairs() {
    return benchmark.jmh().getMeasurementIterations().orElse(PAIRS);
  }

  /** A cell as a side calls it. */
  static Cell onSide(Cell cell, DuelSide side) {
    Map<String, String> parameters = new TreeMap<>(cell.parameters());
    parameters.put(Cell.VARIANT, side.variant().orElseThrow().name());
    return new Cell(cell.benchmark(), parameters);
  }
}
