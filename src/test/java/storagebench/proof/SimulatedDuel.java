package storagebench.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import storagebench.compare.match.Round;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Judge;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Sample;
import storagebench.compare.verdict.Verdict;
import storagebench.results.Identity;
import storagebench.statistics.GroupSequential;

/**
 * A duel of several cells on simulated trials, judged as the command judges: after every trial from
 * the third on, each cell until it has a verdict, ten trials at most.
 *
 * @param rows how each cell ended
 * @param trials trials that each took
 */
record SimulatedDuel(List<Row> rows, int[] trials) {
  static final int FIRST = 3;
  static final int MOST = 10;
  static final double ALPHA = 0.05;

  /**
   * Runs it.
   *
   * @param looks how the level is shared out; empty for one look at the end
   */
  static SimulatedDuel of(
      DuelSetting setting,
      int cells,
      double margin,
      Optional<GroupSequential> looks,
      SplittableRandom random) {
    double[][] logs =
        IntStream.range(0, cells)
            .mapToObj(c -> IntStream.range(0, MOST).mapToDouble(t -> one(setting, random)))
            .map(stream -> stream.toArray())
            .toArray(double[][]::new);
    Judge judge = new Judge(measure -> margin, ALPHA, looks);
    int[] trials = new int[cells];
    Arrays.fill(trials, looks.isPresent() ? FIRST : MOST);
    List<Row> rows = judge.judge(contrasts(logs, trials));
    while (more(rows, trials)) {
      rows = judge.judge(contrasts(logs, trials));
    }
    return new SimulatedDuel(rows, trials);
  }

  private static double one(DuelSetting setting, SplittableRandom random) {
    return setting.trial(random)[0];
  }

  /** Gives a trial to each cell that is not decided. */
  private static boolean more(List<Row> rows, int[] trials) {
    boolean any = false;
    for (int cell = 0; cell < trials.length; cell++) {
      if (rows.get(cell).verdict().isInconclusive() && trials[cell] < MOST) {
        trials[cell]++;
        any = true;
      }
    }
    return any;
  }

  private static List<Contrast> contrasts(double[][] logs, int[] trials) {
    List<Contrast> contrasts = new ArrayList<>();
    for (int cell = 0; cell < logs.length; cell++) {
      contrasts.add(contrast("cell" + cell, Arrays.copyOf(logs[cell], trials[cell])));
    }
    return contrasts;
  }

  /** A cell by the log ratios of its trials. */
  static Contrast contrast(String name, double... logs) {
    SortedMap<Round, Double> baseline = new TreeMap<>();
    SortedMap<Round, Double> candidate = new TreeMap<>();
    for (int i = 0; i < logs.length; i++) {
      baseline.put(new Round("duel", i), 0.0);
      candidate.put(new Round("duel", i), logs[i]);
    }
    return new Contrast(
        new Identity(name, "ss", new TreeMap<>(), 1, "ms/op"),
        Measure.SCORE,
        new Sample(baseline),
        new Sample(candidate));
  }

  /** Whether any cell was found to have changed. */
  boolean alarm() {
    return rows.stream()
        .anyMatch(
            row -> row.verdict() == Verdict.REGRESSION || row.verdict() == Verdict.IMPROVEMENT);
  }

  /** Whether the first cell was found to be slower. */
  boolean found() {
    return rows.get(0).verdict() == Verdict.REGRESSION;
  }

  /** Whether the first cell was found to be as fast. */
  boolean equivalent() {
    return rows.get(0).verdict() == Verdict.EQUIVALENT;
  }

  /** Whether the first cell's interval holds the truth. */
  boolean covers(double logRatio) {
    return Math.log(rows.get(0).ratio().low()) <= logRatio
        && logRatio <= Math.log(rows.get(0).ratio().high());
  }
}
