package storagebench.report.study;

import java.util.List;
import java.util.Optional;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.Metric;
import storagebench.statistics.Estimate;
import storagebench.statistics.RatioEstimate;

/** How large a cell's tables were after the last batch of each fork. */
public final class TableSizes {
  /** Relative errors below this come from adding up doubles. */
  private static final double ROUNDING = 1e-12;

  private TableSizes() {}

  /** Mean over the forks; without an interval where they agree exactly, NaN where none has it. */
  public static Estimate of(Cell cell, Metric metric) {
    return agreed(RatioEstimate.ofMean(values(cell, metric)));
  }

  /** One metric by another, such as bytes a row; NaN where a fork lacks one of them. */
  public static Estimate ratio(Cell cell, Metric numerator, Metric denominator) {
    return agreed(ratioEstimate(cell, numerator, denominator));
  }

  /** As {@link #ratio}, with what is needed to compare it with another cell's. */
  public static RatioEstimate ratioEstimate(Cell cell, Metric numerator, Metric denominator) {
    List<Fork> both =
        cell.forks().stream()
            .filter(f -> f.last(numerator).isPresent() && f.last(denominator).isPresent())
            .toList();
    return RatioEstimate.of(values(both, numerator), values(both, denominator));
  }

  /** Table bytes a row by those of another cell. */
  public static Estimate relative(Cell cell, Cell reference) {
    return agreed(bytesPerRow(cell).over(bytesPerRow(reference)));
  }

  /** Bytes of the table without indexes, for each row in it. */
  public static RatioEstimate bytesPerRow(Cell cell) {
    return ratioEstimate(cell, Metric.BYTES_TABLE, Metric.ROWS_TABLE);
  }

  /** Whether the forks have different values, if there are any. */
  public static boolean forksDiffer(Cell cell, Metric metric) {
    return cell.last(metric).stream().distinct().count() > 1;
  }

  /** What the server counted before compression by the bytes of the same rows as COPY text. */
  public static Optional<Double> uncompressedOverRaw(Cell cell) {
    double ratio = ratioEstimate(cell, Metric.BYTES_UNCOMPRESSED, Metric.BYTES_RAW).value();
    return Optional.of(ratio).filter(Double::isFinite);
  }

  /** Sizes are exact: an interval of no width is left away. */
  private static Estimate agreed(RatioEstimate ratio) {
    return ratio.logError() > ROUNDING ? ratio.estimate() : Estimate.exact(ratio.value());
  }

  private static double[] values(Cell cell, Metric metric) {
    return values(cell.forks().stream().filter(f -> f.last(metric).isPresent()).toList(), metric);
  }

  private static double[] values(List<Fork> forks, Metric metric) {
    return forks.stream().mapToDouble(f -> f.last(metric).orElseThrow()).toArray();
  }
}
