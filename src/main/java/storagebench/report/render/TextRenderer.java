package storagebench.report.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import storagebench.report.Report;
import storagebench.report.table.Entry;
import storagebench.report.table.Table;

/**
 * For a terminal: aligned, at most {@value #WIDTH} columns wide where the rows' names leave room; a
 * wider table continues below with its keys repeated.
 *
 * @param color whether to use ANSI escapes
 */
public record TextRenderer(boolean color) implements Renderer {
  static final int WIDTH = 100;
  private static final String GAP = "  ";

  @Override
  public String render(Report report) {
    StringBuilder out = new StringBuilder();
    report
        .warnings()
        .forEach(w -> out.append(Wrap.lines("Warning: " + Inert.line(w), WIDTH, "  ")));
    for (Table table : report.readable()) {
      if (!out.isEmpty()) {
        out.append('\n');
      }
      render(table, report.units(), out);
    }
    return out.toString();
  }

  private void render(Table table, List<String> units, StringBuilder out) {
    Grid grid = Grid.of(table, units);
    out.append(Ansi.BOLD.around(table.title().toUpperCase(Locale.ROOT), color)).append('\n');
    out.append(Wrap.lines(table.explanation(), WIDTH, ""));
    if (!grid.constants().isEmpty()) {
      out.append(Wrap.lines("In all rows: " + grid.constants() + ".", WIDTH, "  "));
    }
    int[] widths =
        IntStream.range(0, grid.lines().size()).map(i -> width(grid.lines().get(i))).toArray();
    for (List<Integer> block : blocks(grid, widths)) {
      out.append('\n');
      renderBlock(grid, widths, block, out);
    }
    boolean more = !table.remarks().isEmpty() || !table.footnotes().isEmpty();
    out.append(grid.height() > 0 && more ? "\n" : "");
    table.remarks().forEach(r -> out.append(Wrap.lines(Inert.line(r), WIDTH, "  ")));
    for (int i = 0; i < table.footnotes().size(); i++) {
      String note = "[" + (i + 1) + "] " + Inert.line(table.footnotes().get(i));
      out.append(Wrap.lines(note, WIDTH, "    "));
    }
  }

  /** Columns in groups that fit the width, the keys at the start of each. */
  private static List<List<Integer>> blocks(Grid grid, int[] widths) {
    if (grid.height() == 0) {
      return List.of();
    }
    List<Integer> keys = grid.keys();
    int start = keys.stream().mapToInt(i -> widths[i] + GAP.length()).sum();
    List<List<Integer>> blocks = new ArrayList<>();
    List<Integer> block = new ArrayList<>(keys);
    int used = start;
    for (int i = 0; i < grid.lines().size(); i++) {
      if (keys.contains(i)) {
        continue;
      }
      int more = widths[i] + GAP.length();
      if (used + more - GAP.length() > WIDTH && block.size() > keys.size()) {
        blocks.add(block);
        block = new ArrayList<>(keys);
        used = start;
      }
      block.add(i);
      used += more;
    }
    blocks.add(block);
    return blocks;
  }

  private void renderBlock(Grid grid, int[] widths, List<Integer> block, StringBuilder out) {
    List<String> headings = new ArrayList<>();
    List<String> legends = new ArrayList<>();
    for (int i : block) {
      Grid.Line line = grid.lines().get(i);
      String heading = Inert.line(line.column().heading());
      headings.add(pad(line, widths[i], heading, heading));
      legends.add(pad(line, widths[i], line.legend(), line.legend()));
    }
    append(out, headings);
    if (legends.stream().anyMatch(legend -> !legend.isBlank())) {
      append(out, legends);
    }
    for (int row = 0; row < grid.height(); row++) {
      List<String> words = new ArrayList<>();
      for (int i : block) {
        Grid.Line line = grid.lines().get(i);
        String text = shown(line, row);
        words.add(pad(line, widths[i], text, colored(line.entries().get(row), text)));
      }
      append(out, words);
    }
  }

  private static void append(StringBuilder out, List<String> words) {
    out.append(String.join(GAP, words).stripTrailing()).append('\n');
  }

  private String colored(Entry entry, String text) {
    return switch (entry.emphasis()) {
      case BEST, PASS -> Ansi.GREEN.around(text, color);
      case WARN -> Ansi.YELLOW.around(text, color);
      case FAIL -> Ansi.RED.around(text, color);
      case NONE -> text;
    };
  }

  /** Blanks stay uncoloured, so that they can be left away at the end of a line. */
  private static String pad(Grid.Line line, int width, String text, String colored) {
    String blanks = " ".repeat(Math.max(0, width - Wrap.length(text)));
    return line.isText() ? colored + blanks : blanks + colored;
  }

  private static String shown(Grid.Line line, int row) {
    return line.words().get(row) + Grid.marks(line.entries().get(row));
  }

  private static int width(Grid.Line line) {
    int entries =
        IntStream.range(0, line.words().size())
            .map(row -> Wrap.length(shown(line, row)))
            .max()
            .orElse(0);
    int heading = Wrap.length(Inert.line(line.column().heading()));
    return Math.max(entries, Math.max(heading, Wrap.length(line.legend())));
  }
}
