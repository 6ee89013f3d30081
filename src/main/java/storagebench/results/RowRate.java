package storagebench.results;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import storagebench.statistics.RatioEstimate;

/** Rows a second: all rows of all forks by all their time, never a mean of rates. */
public final class RowRate {
  private RowRate() {}

  /** The rate of a cell; empty unless every fork has rows and times. */
  public static Optional<RatioEstimate> of(Cell cell) {
    return cell.batches()
        .map(
            forks ->
                RatioEstimate.of(
                    totals(forks, batches -> batches.rows().sum()),
                    totals(forks, batches -> batches.seconds().sum())));
  }

  private static double[] totals(List<Batches> forks, ToDoubleFunction<Batches> total) {
    return forks.stream().mapToDouble(total).toArray();
  }
}
