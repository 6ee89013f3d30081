package storagebench.compare;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import storagebench.compare.match.CellName;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Suite;
import storagebench.compare.verdict.Verdict;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;
import storagebench.table.Text;

/** One row a metric: counts of verdicts, geometric mean, worst and best cell. */
final class SuiteTable {
  private SuiteTable() {}

  static Table of(Comparison comparison) {
    TableBuilder<Suite> table =
        new TableBuilder<Suite>(
                "suite",
                "Comparison",
                "Candidate / baseline over all cells; the interval is from the forks' means over"
                    + " all cells.")
            .text("metric", "metric", VerdictText::metric);
    for (Verdict verdict : Verdict.values()) {
      Column column =
          Column.of(
              verdict.name().toLowerCase(Locale.ROOT),
              verdict.label(),
              Quantity.COUNT,
              Direction.NEUTRAL);
      boolean given = comparison.count(verdict) > 0;
      table.add(column, suite -> given ? count(suite, verdict) : Entry.BLANK);
    }
    return table
        .add(
            Column.of("ratio", "geometric mean", Quantity.FACTOR, Direction.NEUTRAL).withInterval(),
            suite -> Entry.of(suite.ratio()))
        .add(Column.inWords("change", "change"), s -> Entry.ofWords(VerdictText.change(s)))
        .remarks(
            comparison.suites().stream()
                .flatMap(s -> Stream.of(extremes(s), boundless(s), withoutInterval(s)))
                .flatMap(Optional::stream)
                .toList())
        .build(comparison.suites());
  }

  private static Entry count(Suite suite, Verdict verdict) {
    long count = suite.counts().getOrDefault(verdict, 0L);
    return count > 0 ? Entry.of(count).with(VerdictText.emphasis(verdict)) : Entry.of(count);
  }

  private static Optional<String> extremes(Suite suite) {
    return suite
        .worst()
        .flatMap(
            worst ->
                suite
                    .best()
                    .map(
                        best ->
                            suite.measure().name()
                                + ": worst "
                                + extreme(worst)
                                + "; best "
                                + extreme(best)
                                + "."));
  }

  private static Optional<String> boundless(Suite suite) {
    return suite.boundless() == 0
        ? Optional.empty()
        : Optional.of(
            Text.of(
                "%s: ratios that are 0 or infinite, and not in the mean: %d.",
                suite.measure().name(), suite.boundless()));
  }

  private static Optional<String> withoutInterval(Suite suite) {
    boolean missing = !suite.ratio().hasInterval() && !Double.isNaN(suite.ratio().value());
    return missing && !suite.measure().exact()
        ? Optional.of(
            suite.measure().name()
                + ": the mean has no interval, because a cell has none or no round has all cells.")
        : Optional.empty();
  }

  private static String extreme(Row row) {
    return VerdictText.ratio(row.ratio().value()) + " (" + CellName.of(row.identity()) + ")";
  }
}
