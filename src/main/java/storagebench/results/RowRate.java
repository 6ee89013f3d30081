package storagebench.results;

import java.util.List;
import storagebench.statistics.RatioEstimate;

/** Rows a second: all rows of all forks by all their time, never a mean of rates. */
final class RowRate {
  private RowRate() {}

  /** The rate of the forks of one cell. */
  static RatioEstimate of(List<Batches> forks) {
    double[] rows = new double[forks.size()];
    double[] seconds = new double[forks.size()];
    for (int i = 0; i < forks.size(); i++) {
      rows[i] = forks.get(i).rows().sum();
      seconds[i] = forks.get(i).seconds().sum();
    }
    return RatioEstimate.of(rows, seconds);
  }
}
