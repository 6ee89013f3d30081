package storagebench.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import storagebench.results.Batches;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.Metric;
import storagebench.results.Series;
import storagebench.statistics.RatioEstimate;

/** What a row costs the server beside time: totals of all forks that have it, by their rows. */
public final class Spent {
  private static final double SECONDS_PER_MILLI = 1e-3;

  private Spent() {}

  /** CPU time of the processes that insert; empty where it was not taken. */
  public static Optional<RatioEstimate> cpuSecondsPerRow(Cell cell) {
    return perRow(cell, Metric.TIME_CPU, SECONDS_PER_MILLI);
  }

  /** Machine instructions of those processes; empty where they were not counted. */
  public static Optional<RatioEstimate> instructionsPerRow(Cell cell) {
    return perRow(cell, Metric.INSTRUCTIONS, 1);
  }

  /** Write-ahead log of all instances; empty where it was not taken. */
  public static Optional<RatioEstimate> walBytesPerRow(Cell cell) {
    return perRow(cell, Metric.BYTES_WAL, 1);
  }

  private static Optional<RatioEstimate> perRow(Cell cell, Metric metric, double factor) {
    List<Double> spent = new ArrayList<>();
    List<Double> rows = new ArrayList<>();
    for (Fork fork : cell.forks()) {
      Optional<Series> values = fork.each(metric);
      Optional<Batches> batches = Batches.of(fork, cell.identity().unit());
      if (values.isPresent() && batches.isPresent()) {
        spent.add(factor * values.get().sum());
        rows.add(batches.get().rows().sum());
      }
    }
    return spent.isEmpty()
        ? Optional.empty()
        : Optional.of(RatioEstimate.of(array(spent), array(rows)));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
