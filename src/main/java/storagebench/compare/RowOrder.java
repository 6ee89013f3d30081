package storagebench.compare;

import java.util.Comparator;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.Row;

/** The score first, metrics in the order of their definition, cells as in a report. */
final class RowOrder {
  static final Comparator<Row> INSTANCE =
      Comparator.comparing((Row row) -> rank(row.measure())).thenComparing(Row::identity);

  private RowOrder() {}

  private static int rank(Measure measure) {
    return measure.metric().map(metric -> metric.ordinal() + 1).orElse(0);
  }
}
