package storagebench.render;

import java.util.Locale;
import storagebench.render.layout.Grid;
import storagebench.statistics.Estimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Entry.Emphasis;
import storagebench.table.Table;

/**
 * One table of the page. People read rounded figures; {@code data-v}, {@code data-lo} and {@code
 * data-hi} hold them as CSV does, for the charts.
 */
final class HtmlTable {
  private static final int LONG_TEXT = 48;

  private HtmlTable() {}

  static void append(Table table, Grid grid, StringBuilder out) {
    boolean keyed = table.columns().stream().anyMatch(c -> c.key().isPresent());
    out.append("<section id=\"").append(table.id()).append(keyed ? "\" data-keys>\n" : "\">\n");
    out.append("<h2 id=\"h-").append(table.id()).append("\">").append(Html.text(table.title()));
    out.append("</h2>\n<p>").append(Html.text(table.explanation())).append("</p>\n");
    if (!grid.constants().isEmpty()) {
      out.append("<p class=\"dim\">In all rows: ");
      out.append(Html.text(grid.constants())).append(".</p>\n");
    }
    if (grid.height() > 0) {
      appendGrid(table, grid, out);
    }
    table.remarks().forEach(r -> out.append("<p>").append(Html.text(r)).append("</p>\n"));
    for (int i = 0; i < table.footnotes().size(); i++) {
      out.append("<p class=\"note\">[").append(i + 1).append("] ");
      out.append(Html.text(table.footnotes().get(i))).append("</p>\n");
    }
    out.append("</section>\n");
  }

  private static void appendGrid(Table table, Grid grid, StringBuilder out) {
    out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"h-");
    out.append(table.id()).append("\"><table>\n<thead><tr>");
    for (Grid.Line line : grid.lines()) {
      appendHeading(line, out);
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (int row = 0; row < grid.height(); row++) {
      out.append("<tr>");
      for (Grid.Line line : grid.lines()) {
        appendEntry(table, line, row, out);
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table></div>\n");
  }

  private static void appendHeading(Grid.Line line, StringBuilder out) {
    Column column = line.column();
    out.append("<th scope=\"col\" data-name=\"").append(Html.text(column.name())).append('"');
    out.append(column.key().isPresent() ? " data-key" : "");
    out.append(line.isText() ? ">" : " class=\"n\">").append(Html.text(line.heading()));
    out.append(line.legend().isEmpty() ? "" : "<small>" + Html.text(line.legend()) + "</small>");
    out.append("</th>");
  }

  private static void appendEntry(Table table, Grid.Line line, int row, StringBuilder out) {
    Entry entry = line.entries().get(row);
    String words = line.words().get(row);
    out.append("<td");
    if (line.column().key().isPresent()) {
      out.append(" data-k=\"").append(Html.text(fullKey(table, line, row))).append('"');
    }
    entry.figure().ifPresent(figure -> appendFigure(figure, out));
    String type = types(line, entry, words);
    out.append(type.isEmpty() ? "" : " class=\"" + type + "\"");
    out.append('>').append(Html.text(words));
    line.notes().get(row).forEach(n -> out.append("<sup>[").append(n).append("]</sup>"));
    out.append("</td>");
  }

  /** The key as CSV has it: a benchmark's whole name where people read the method. */
  private static String fullKey(Table table, Grid.Line line, int row) {
    return table.rows().get(row).get(line.index()).text().orElse("");
  }

  private static void appendFigure(Estimate figure, StringBuilder out) {
    out.append(" data-v=\"").append(CsvRenderer.number(figure.value())).append('"');
    if (figure.hasInterval()) {
      out.append(" data-lo=\"").append(CsvRenderer.number(figure.low())).append('"');
      out.append(" data-hi=\"").append(CsvRenderer.number(figure.high())).append('"');
    }
  }

  private static String types(Grid.Line line, Entry entry, String words) {
    String kind = line.isText() ? (words.length() > LONG_TEXT ? "long" : "") : "n";
    String emphasis =
        entry.emphasis() == Emphasis.NONE ? "" : entry.emphasis().name().toLowerCase(Locale.ROOT);
    return (kind + " " + emphasis).strip();
  }
}
