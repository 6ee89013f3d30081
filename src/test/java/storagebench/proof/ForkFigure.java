package storagebench.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import storagebench.statistics.Quantiles;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Table;

/**
 * Candidates for the one figure of a fork that the test works on, and the hierarchical bootstrap
 * that would need none. The command uses the logarithm of the mean, which is that of total time by
 * rows: it keeps the error rate, sees as much as the others where batches are well-behaved, and
 * agrees with the throughput of a report on which side is faster. Stalls, which a build may cause,
 * count with all the time that they took; means of logarithms make less of them, the median
 * nothing.
 */
enum ForkFigure {
  MEAN_OF_LOGS(
      "mean of logarithms, t-test",
      byFigure(fork -> Arrays.stream(fork).map(Math::log).average().orElseThrow())),
  LOG_OF_MEAN("logarithm of the mean, t-test", byFigure(Times::figure)),
  LOG_OF_MEDIAN(
      "logarithm of the median, t-test", byFigure(fork -> Math.log(Quantiles.median(fork)))),
  BOOTSTRAP("hierarchical bootstrap, percentiles", HierarchicalBootstrap::excludesOne);

  private static final double STALLS = 0.05;

  private final String label;
  private final Predicate<Times> alarm;

  ForkFigure(String label, Predicate<Times> alarm) {
    this.label = label;
    this.alarm = alarm;
  }

  private static Predicate<Times> byFigure(ToDoubleFunction<double[]> figure) {
    return times -> Decision.changed(times.contrast(figure), 0);
  }

  static Table table() {
    List<List<Entry>> rows = new ArrayList<>();
    for (int forks : new int[] {5, 10}) {
      for (ForkFigure figure : values()) {
        Setting identical = Setting.identical(0.03, forks, 10);
        Setting stalling = identical.stalling(STALLS);
        rows.add(
            List.of(
                Entry.of(figure.label),
                Entry.of(forks),
                Entry.of(Rates.of(identical, figure.alarm)),
                Entry.of(Rates.of(identical.slowerBy(0.08), figure.alarm)),
                Entry.of(Rates.of(stalling, figure.alarm)),
                Entry.of(Rates.of(stalling.slowerBy(0.08), figure.alarm))));
      }
    }
    return ProofTables.table(
        "fork-figure",
        "What stands for a fork",
        "Fork CV 3 %, 10 iterations, margin 0: share of comparisons in which a change is seen when"
            + " there is none and when the candidate is 8 % slower; stalls: 5 % of the iterations"
            + " take three times as long. The logarithm of the mean is used, because it is that of"
            + " total time by rows, which a report shows: the bootstrap raises too many false"
            + " alarms with few forks, the median hides stalls, and means of logarithms make less"
            + " of them than they cost, so that they can call the slower side the faster one.",
        List.of(
            Column.ofText("figure", "figure and test"),
            ProofTables.count("forks", "forks"),
            ProofTables.share("none", "no change"),
            ProofTables.share("slower", "slower"),
            ProofTables.share("none_stalls", "no change, stalls"),
            ProofTables.share("slower_stalls", "slower, stalls")),
        rows);
  }
}
