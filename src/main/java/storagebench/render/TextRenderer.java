package storagebench.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import storagebench.render.layout.Grid;
import storagebench.render.layout.Inert;
import storagebench.render.layout.Legend;
import storagebench.render.layout.TextLayout;
import storagebench.render.layout.TextLayout.Block;
import storagebench.render.layout.Wrap;
import storagebench.report.Report;
import storagebench.report.question.FingerprintTable;
import storagebench.table.Entry;
import storagebench.table.Table;

/**
 * For a terminal: aligned, no line longer than it is wide; see {@link TextLayout}.
 *
 * @param color whether to use ANSI escapes
 * @param width characters in a line of a table, at least {@value #NARROWEST}
 */
public record TextRenderer(boolean color, int width) {
  /** Characters in a line of a file, and the most in a line of sentences. */
  public static final int WIDTH_OF_FILES = 100;

  private static final int NARROWEST = 80;

  // Attributes that every terminal with colour has.
  private static final int BOLD = 1;
  private static final int RED = 31;
  private static final int GREEN = 32;
  private static final int YELLOW = 33;

  public TextRenderer {
    width = Math.max(NARROWEST, width);
  }

  /** As wide as files are. */
  public TextRenderer(boolean color) {
    this(color, WIDTH_OF_FILES);
  }

  /** The whole report, ending in a line break. */
  public String render(Report report) {
    return render(report, table -> true);
  }

  /** The same with the wanted tables only; what gates say of the others stands at the top. */
  public String render(Report report, Predicate<Table> wanted) {
    StringBuilder out = new StringBuilder();
    report.answers().forEach(answer -> out.append(lines(Inert.line(answer), "  ")));
    GateSentence.of(report).forEach(gate -> render(gate, out));
    report.warnings().forEach(w -> out.append(lines("Warning: " + Inert.line(w), "  ")));
    for (Table table : report.readable().stream().filter(wanted).toList()) {
      if (!out.isEmpty()) {
        out.append('\n');
      }
      render(table, TextLayout.fitting(Grid.of(table, report.units()), width), out);
    }
    if (report.legend()) {
      out.append('\n').append(lines(Legend.of("*"), "  "));
    }
    return out.toString();
  }

  private void render(GateSentence gate, StringBuilder out) {
    lines(gate.text(), "  ")
        .lines()
        .forEach(line -> out.append(colored(gate.emphasis(), line)).append('\n'));
  }

  private void render(Table table, Grid grid, StringBuilder out) {
    out.append(styled(BOLD, table.title().toUpperCase(Locale.ROOT))).append('\n');
    out.append(lines(table.explanation(), ""));
    if (!grid.constants().isEmpty()) {
      out.append(lines("In all rows: " + grid.constants() + ".", "  "));
    }
    for (Block block : TextLayout.of(grid, width)) {
      out.append('\n');
      renderBlock(grid, block, out);
    }
    boolean more = !table.remarks().isEmpty() || !table.footnotes().isEmpty();
    out.append(grid.height() > 0 && more ? "\n" : "");
    table.remarks().forEach(r -> out.append(remark(Inert.line(r))));
    for (int i = 0; i < table.footnotes().size(); i++) {
      String note = "[" + (i + 1) + "] " + Inert.line(table.footnotes().get(i));
      out.append(lines(note, "    "));
    }
  }

  /** The words of a command to copy stay whole. */
  private String remark(String text) {
    return text.startsWith(FingerprintTable.TO_REPEAT)
        ? Wrap.wholeWords(text, lineWidth(), "  ")
        : lines(text, "  ");
  }

  private String lines(String text, String indent) {
    return Wrap.lines(text, lineWidth(), indent);
  }

  /** Longer lines of sentences are hard to read. */
  private int lineWidth() {
    return Math.min(width, WIDTH_OF_FILES);
  }

  private void renderBlock(Grid grid, Block block, StringBuilder out) {
    List<Grid.Line> lines = block.columns().stream().map(grid.lines()::get).toList();
    appendRow(block, lines, i -> lines.get(i).heading(), -1, out);
    if (lines.stream().anyMatch(line -> !line.legend().isBlank())) {
      appendRow(block, lines, i -> lines.get(i).legend(), -1, out);
    }
    for (int row = 0; row < grid.height(); row++) {
      int shown = row;
      appendRow(block, lines, i -> lines.get(i).marked(shown), row, out);
    }
  }

  /** One row in as many lines as its longest entry takes. */
  private void appendRow(
      Block block, List<Grid.Line> lines, IntFunction<String> text, int row, StringBuilder out) {
    List<List<String>> pieces = new ArrayList<>(lines.size());
    int height = 0;
    for (int i = 0; i < lines.size(); i++) {
      pieces.add(Wrap.pieces(text.apply(i), block.widths().get(i)));
      height = Math.max(height, pieces.get(i).size());
    }
    for (int k = 0; k < height; k++) {
      List<String> words = new ArrayList<>(lines.size());
      for (int i = 0; i < lines.size(); i++) {
        String piece = k < pieces.get(i).size() ? pieces.get(i).get(k) : "";
        String shown = row < 0 ? piece : colored(lines.get(i).entries().get(row).emphasis(), piece);
        words.add(pad(lines.get(i), block.widths().get(i), piece, shown));
      }
      append(out, words);
    }
  }

  private static void append(StringBuilder out, List<String> words) {
    out.append(String.join(TextLayout.GAP, words).stripTrailing()).append('\n');
  }

  private String colored(Entry.Emphasis emphasis, String text) {
    return switch (emphasis) {
      case BEST, PASS -> styled(GREEN, text);
      case WARN -> styled(YELLOW, text);
      case FAIL -> styled(RED, text);
      case NONE -> text;
    };
  }

  private String styled(int attribute, String text) {
    return color && !text.isEmpty() ? "\u001B[" + attribute + "m" + text + "\u001B[0m" : text;
  }

  /** Blanks stay uncoloured, so that they can be left away at the end of a line. */
  private static String pad(Grid.Line line, int width, String text, String colored) {
    String blanks = " ".repeat(Math.max(0, width - Wrap.length(text)));
    return line.isText() ? colored + blanks : blanks + colored;
  }
}
