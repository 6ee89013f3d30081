package storagebench.compare.table;

import java.util.Locale;
import java.util.stream.Collectors;
import storagebench.compare.match.Difference;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Suite;
import storagebench.compare.verdict.Verdict;
import storagebench.report.table.Entry.Emphasis;
import storagebench.statistics.Estimate;

/** How verdicts and metrics are written for people. */
public final class Words {
  private Words() {}

  /** How a verdict stands out. */
  static Emphasis emphasis(Verdict verdict) {
    return switch (verdict) {
      case REGRESSION -> Emphasis.FAIL;
      case INCONCLUSIVE, NOT_COMPARABLE -> Emphasis.WARN;
      case IMPROVEMENT -> Emphasis.PASS;
      case EQUIVALENT -> Emphasis.NONE;
    };
  }

  /** Name and direction of a metric. */
  static String metric(Suite suite) {
    return metric(suite.measure(), suite.higherIsBetter());
  }

  /** Name and direction of a row's metric. */
  static String metric(Row row) {
    return metric(row.measure(), row.measure().higherIsBetter(row.identity()));
  }

  /** Both ends, such as {@code 0.754 to 1.121}. */
  public static String interval(Estimate estimate) {
    return String.format(Locale.ROOT, "%.3f to %.3f", estimate.low(), estimate.high());
  }

  /** The fields that make a row not comparable, each with both values. */
  public static String differences(Row row) {
    return row.differences().stream().map(Difference::toString).collect(Collectors.joining("; "));
  }

  private static String metric(Measure measure, boolean higherIsBetter) {
    return measure.name() + (higherIsBetter ? " ↑" : " ↓");
  }
}
