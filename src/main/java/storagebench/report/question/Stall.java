package storagebench.report.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import storagebench.results.Cell;

/**
 * A batch that took much longer than others of its cell.
 *
 * @param batch its name
 * @param seconds its time
 * @param timesMedian its time by the median of all batches of its size, of all forks
 */
record Stall(String batch, double seconds, double timesMedian) {
  private static final double FACTOR = 5;

  /** The stalls of a cell, the worst first; none where it is not known how its table grew. */
  static List<Stall> of(Cell cell) {
    List<Trace> forks = Trace.longEnough(cell);
    return among(forks, Trace.mediansBySize(forks));
  }

  /**
   * The stalls, the worst first.
   *
   * @param medians median time of the batches of each size
   */
  static List<Stall> among(List<Trace> forks, Map<Double, Double> medians) {
    List<Stall> stalls = new ArrayList<>();
    for (Trace fork : forks) {
      for (int i = 0; i < fork.size(); i++) {
        double timesMedian = fork.seconds(i) / medians.get(fork.rows(i));
        if (timesMedian > FACTOR) {
          stalls.add(new Stall(fork.name(i), fork.seconds(i), timesMedian));
        }
      }
    }
    stalls.sort((a, b) -> Double.compare(b.timesMedian, a.timesMedian));
    return stalls;
  }
}
