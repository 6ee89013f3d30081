package storagebench.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import storagebench.statistics.Estimate;
import storagebench.statistics.RatioEstimate;
import storagebench.table.Entry;
import storagebench.table.Table;

/**
 * Runs of one cell that end as soon as its interval is narrow enough, looked at after every round:
 * how often the interval that is printed in the end covers the truth.
 *
 * @param forkCv true variation between trials
 * @param fewest rounds before the first look
 */
record Stopping(double forkCv, int fewest) {
  private static final double UNTIL = 0.02;
  private static final int MOST = 100;
  private static final double ROWS = 1000;

  /** How a run ended: its last interval, of rows in the time that 1 stands for. */
  private record Run(Estimate last, int rounds) {
    boolean covers() {
      return last.low() <= ROWS && ROWS <= last.high();
    }
  }

  /** The question as a table. */
  static Table table() {
    List<List<Entry>> rows = new ArrayList<>();
    for (int fewest : new int[] {2, 3, 5, 8, 10, 15}) {
      for (double forkCv : new double[] {0.01, 0.02, 0.03, 0.05, 0.08}) {
        rows.add(new Stopping(forkCv, fewest).row());
      }
    }
    return ProofTables.table(
        "until",
        "Precise enough",
        "One cell, --until 2%: rounds are added until the 95 % interval lies within 2 % of the"
            + " figure, or 100 are done. Covered: share of runs whose last interval holds the"
            + " truth.",
        List.of(
            ProofTables.count("fewest", "first look after"),
            ProofTables.share("fork_cv", "fork CV"),
            ProofTables.share("covered", "covered"),
            ProofTables.share("reached", "precise"),
            ProofTables.count("rounds", "rounds on average")),
        rows);
  }

  /** Share of the runs whose last interval covers the truth. */
  double coverage() {
    return runs().stream().filter(Run::covers).count() / (double) Rates.COMPARISONS;
  }

  private List<Entry> row() {
    List<Run> runs = runs();
    double within = runs.stream().filter(run -> precise(run.last)).count();
    return List.of(
        Entry.of(fewest),
        Entry.of(forkCv),
        Entry.of(coverage()),
        Entry.of(within / Rates.COMPARISONS),
        Entry.of(runs.stream().mapToInt(Run::rounds).average().orElseThrow()));
  }

  private List<Run> runs() {
    SplittableRandom random = new SplittableRandom(20260105 + toString().hashCode());
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < Rates.COMPARISONS; i++) {
      runs.add(run(random));
    }
    return runs;
  }

  /** Each round takes as long as it takes for the same rows; on average 1. */
  private Run run(SplittableRandom random) {
    double sigma = StrictMath.sqrt(StrictMath.log1p(forkCv * forkCv));
    double[] rows = new double[MOST];
    double[] times = new double[MOST];
    Arrays.fill(rows, ROWS);
    Estimate last = Estimate.exact(Double.NaN);
    int rounds = 0;
    while (rounds < fewest || rounds < MOST && !precise(last)) {
      times[rounds++] = StrictMath.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
      last = RatioEstimate.of(Arrays.copyOf(rows, rounds), Arrays.copyOf(times, rounds)).estimate();
    }
    return new Run(last, rounds);
  }

  private static boolean precise(Estimate estimate) {
    return estimate.high() / estimate.value() - 1 <= UNTIL;
  }
}
