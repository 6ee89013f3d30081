package storagebench.report.question;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A batch that took much longer than others of its cell.
 *
 * @param batch the batch
 * @param timesMedian its time by the median of all batches of its size, of all forks
 */
record Stall(Trace.Batch batch, double timesMedian) {
  private static final double FACTOR = 5;

  /** The stalls, the worst first. */
  static List<Stall> among(List<Trace.Batch> batches) {
    Map<Double, Double> medians = Trace.mediansBySize(batches);
    return batches.stream()
        .map(b -> new Stall(b, b.seconds() / medians.get(b.rows())))
        .filter(s -> s.timesMedian > FACTOR)
        .sorted(Comparator.comparingDouble(Stall::timesMedian).reversed())
        .toList();
  }
}
