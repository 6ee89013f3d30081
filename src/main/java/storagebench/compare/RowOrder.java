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
  static final Comparator<Row> INSTANCE = RowOrder::compare;

  private RowOrder() {}

  private static int compare(Row a, Row b) {
    int order = Integer.compare(rank(a.measure()), rank(b.measure()));
    order = order != 0 ? order : a.measure().name().compareTo(b.measure().name());
    return order != 0 ? order : a.identity().compareTo(b.identity());
  }

  private static int rank(Measure measure) {
    if (measure.isScore()) {
      return -1;
    }
    return measure.metric().map(Metric::ordinal).orElse(Metric.values().length);
  }
}
