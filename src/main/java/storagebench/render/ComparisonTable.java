package storagebench.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import storagebench.statistics.Estimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;

/** One table of a comparison as HTML, figures with four digits. */
final class ComparisonTable {
  private static final MathContext DIGITS = new MathContext(4);

  /** From here on a figure has an exponent. */
  private static final double LARGEST = 1e15;

  private ComparisonTable() {}

  static String of(Table table) {
    return "<h2>"
        + ComparisonPage.escape(table.title())
        + "</h2>\n<p>"
        + ComparisonPage.escape(table.explanation())
        + "</p>\n<div class=\"wide\" tabindex=\"0\"><table>\n<tr>"
        + table.columns().stream().map(ComparisonTable::heading).collect(Collectors.joining())
        + "</tr>\n"
        + table.rows().stream().map(row -> row(table, row)).collect(Collectors.joining())
        + "</table></div>\n"
        + table.remarks().stream().map(ComparisonTable::paragraph).collect(Collectors.joining())
        + IntStream.range(0, table.footnotes().size())
            .mapToObj(i -> paragraph("[" + (i + 1) + "] " + table.footnotes().get(i)))
            .collect(Collectors.joining());
  }

  private static String row(Table table, List<Entry> row) {
    return IntStream.range(0, row.size())
        .mapToObj(
            i ->
                "<td>"
                    + ComparisonPage.escape(text(table, table.columns().get(i), row.get(i)))
                    + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static String heading(Column column) {
    return "<th>" + ComparisonPage.escape(column.heading()) + "</th>";
  }

  private static String paragraph(String text) {
    return "<p>" + ComparisonPage.escape(text) + "</p>\n";
  }

  private static String text(Table table, Column column, Entry entry) {
    String notes =
        table.numbers(entry).stream().map(n -> " [" + n + "]").collect(Collectors.joining());
    return entry.figure().map(f -> figure(column, f)).or(entry::text).orElse("") + notes;
  }

  private static String figure(Column column, Estimate figure) {
    String interval =
        figure.hasInterval()
            ? " (" + number(figure.low()) + " to " + number(figure.high()) + ")"
            : "";
    return column.quantity() == Quantity.SHARE
        ? number(100 * figure.value()) + " %"
        : number(figure.value()) + interval;
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    return Math.abs(value) < LARGEST ? rounded.toPlainString() : rounded.toString();
  }
}
