package storagebench.run.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import storagebench.Count;
import storagebench.results.JmhReader;
import storagebench.statistics.Estimate;
import storagebench.statistics.RatioEstimate;

/**
 * How precisely a cell is known so far: by the interval that the report gives, which takes the fork
 * as the unit of replication.
 *
 * @param cell which one
 * @param forks how many trials it has
 * @param within how far, as a share, the farther end of the 95 % interval of rows a second lies
 *     from the figure; of JMH's score where there are no rows; NaN from fewer than two forks
 */
public record Precision(PlannedCell cell, int forks, double within) {
  /** The precision of every cell in a result file. */
  public static List<Precision> in(Path results) {
    List<Precision> all = new ArrayList<>();
    JmhReader.read(results, cell -> all.add(of(cell)));
    return all;
  }

  /** Of a cell without a finished trial. */
  public static Precision unknown(PlannedCell cell) {
    return new Precision(cell, 0, Double.NaN);
  }

  /** Whether it is known to that share, at least. */
  public boolean reaches(double share) {
    return within <= share;
  }

  /** Such as {@code insertSelect batchSize=1000 variant=AO: ±2.4 % from 7 trials}. */
  @Override
  public String toString() {
    return cell + ": " + Amounts.within(within) + " from " + Count.of(forks, "trial");
  }

  private static Precision of(storagebench.results.Cell measured) {
    PlannedCell cell =
        new PlannedCell(measured.identity().benchmark(), measured.identity().params());
    return new Precision(cell, measured.forks().size(), within(estimate(measured)));
  }

  private static Estimate estimate(storagebench.results.Cell cell) {
    return cell.rate()
        .orElseGet(
            () ->
                RatioEstimate.ofMean(
                    cell.forks().stream().mapToDouble(fork -> fork.primary().mean()).toArray()))
        .estimate();
  }

  /** The interval is symmetric on the log scale, so its upper end is the farther one. */
  private static double within(Estimate estimate) {
    return estimate.high() / estimate.value() - 1;
  }
}
