package storagebench.compare;

import java.util.Comparator;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.Row;
import storagebench.results.Metric;

/**
 * The score first, metrics in the order of their definition, those of profilers by name, cells as
 * in a report.
 */
final class RowOrder {
  static final Comparator<Row> INSTANCE =
      Comparator.comparing((Row row) -> rank(row.measure()))
          .thenComparing(row -> row.measure().name())
          .thenComparing(Row::identity);

  private RowOrder() {}

  private static int rank(Measure measure) {
    if (measure.equals(Measure.SCORE)) {
      return -1;
    }
    return measure.metric().map(Metric::ordinal).orElse(Metric.values().length);
  }
}
