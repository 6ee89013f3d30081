package storagebench.render;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.render.layout.Grid;
import storagebench.render.layout.Inert;
import storagebench.render.layout.Legend;
import storagebench.report.Report;
import storagebench.table.Entry;
import storagebench.table.Table;

/** For pull requests and wikis: GitHub's tables; names cannot become markup. */
public final class MarkdownRenderer {
  private static final Pattern MARKUP =
      Pattern.compile("[\\\\`*\\[\\]|~!#]|(?<![\\w])_|_(?![\\w])");

  private MarkdownRenderer() {}

  /** The whole report, ending in a line break. */
  public static String render(Report report) {
    StringBuilder out = new StringBuilder();
    Stream.concat(
            report.answers().stream(), GateSentence.of(report).stream().map(GateSentence::text))
        .forEach(said -> out.append("- ").append(escaped(said)).append('\n'));
    out.append(out.isEmpty() ? "" : "\n");
    report.warnings().forEach(w -> out.append("> **Warning:** ").append(escaped(w)).append("\n\n"));
    out.append(
        report.readable().stream()
            .map(table -> rendered(table, Grid.of(table, report.units())))
            .collect(Collectors.joining("\n")));
    return out.append(report.legend() ? "\n" + Legend.of("Bold") + "\n" : "").toString();
  }

  private static String rendered(Table table, Grid grid) {
    StringBuilder out = new StringBuilder();
    out.append("## ").append(escaped(table.title())).append("\n\n");
    out.append(escaped(table.explanation()));
    if (!grid.constants().isEmpty()) {
      out.append(" In all rows: ").append(escaped(grid.constants())).append('.');
    }
    out.append("\n");
    if (grid.height() > 0) {
      renderGrid(grid, out);
    }
    table.remarks().forEach(r -> out.append("\n").append(escaped(r)).append("\n"));
    for (int i = 0; i < table.footnotes().size(); i++) {
      String note = escaped("[" + (i + 1) + "] " + table.footnotes().get(i));
      out.append("\n").append(note).append("\n");
    }
    return out.toString();
  }

  private static void renderGrid(Grid grid, StringBuilder out) {
    out.append("\n").append(row(grid.lines().stream().map(MarkdownRenderer::heading).toList()));
    out.append(row(grid.lines().stream().map(line -> line.isText() ? "---" : "---:").toList()));
    for (int i = 0; i < grid.height(); i++) {
      int row = i;
      out.append(row(grid.lines().stream().map(line -> entry(line, row)).toList()));
    }
  }

  private static String row(List<String> entries) {
    return entries.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String heading(Grid.Line line) {
    return escaped((line.heading() + " " + line.legend()).strip());
  }

  private static String entry(Grid.Line line, int row) {
    Entry entry = line.entries().get(row);
    String words = escaped(line.words().get(row));
    String shown = entry.emphasis() == Entry.Emphasis.BEST ? "**" + words + "**" : words;
    for (int note : line.notes().get(row)) {
      shown += "\\[" + note + "\\]";
    }
    return shown;
  }

  /** The text as it stands; {@code @} would call people, a name of a host become a link. */
  static String escaped(String text) {
    String entities =
        Inert.line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    String plain = MARKUP.matcher(entities).replaceAll("\\\\$0");
    return plain.replace("@", "&#64;").replace("://", "&#58;//");
  }
}
