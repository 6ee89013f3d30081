package storagebench.render.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import storagebench.table.Quantity;

/**
 * Where the columns of a grid stand on a terminal: side by side as far as they fit, the others in
 * blocks below with the keys repeated. Figures and their words stay together. Text that would not
 * fit in a line of its own is narrowed, to be wrapped; figures never are.
 */
public final class TextLayout {
  /** Blanks between columns. */
  public static final String GAP = "  ";

  /** Keys may take no more than this part of a line, so that something fits beside them. */
  private static final double WIDEST_KEYS = 0.6;

  /** Narrower columns of text are hard to read: a quarter of a line, and no more than this. */
  private static final int NARROWEST = 24;

  private static final int NARROWEST_KEY = NARROWEST / 2;

  /** Longer headings are wrapped. */
  private static final int WIDEST_HEADING = 60;

  private final Grid grid;
  private final int width;
  private final int[] widths;
  private final List<Integer> keys;

  private TextLayout(Grid grid, int width) {
    this.grid = grid;
    this.width = width;
    this.keys = grid.keys();
    this.widths =
        IntStream.range(0, grid.lines().size()).map(i -> width(grid.lines().get(i))).toArray();
  }

  /**
   * Columns side by side.
   *
   * @param columns indices of the grid's lines
   * @param widths characters of each
   */
  public record Block(List<Integer> columns, List<Integer> widths) {
    private int used() {
      return widths.stream().mapToInt(w -> w + GAP.length()).sum();
    }

    private void add(int column, int width) {
      columns.add(column);
      widths.add(width);
    }
  }

  /** The grid itself, or with its keys in one column where side by side they leave no room. */
  public static Grid fitting(Grid grid, int width) {
    TextLayout layout = new TextLayout(grid, width);
    if (layout.keys.size() < 2 || layout.keyBlock().used() <= layout.widestKeys()) {
      return grid;
    }
    boolean blanks =
        layout.keys.stream()
            .anyMatch(i -> grid.lines().get(i).words().stream().anyMatch(String::isBlank));
    int[] whole = layout.widths.clone();
    layout.narrowKeys();
    boolean legible =
        layout.keys.stream()
            .allMatch(i -> layout.widths[i] >= Math.min(whole[i], layout.narrowest()));
    return legible && !blanks ? grid : grid.withJoinedKeys();
  }

  /**
   * The blocks, from top to bottom; none of a grid without rows.
   *
   * @param width characters in a line
   */
  public static List<Block> of(Grid grid, int width) {
    return grid.height() == 0 ? List.of() : new TextLayout(grid, width).blocks();
  }

  private List<Block> blocks() {
    narrowKeys();
    int room = width - keyBlock().used();
    int broad = (int) others().filter(i -> isBroad(i, room)).count();
    int share = broad == 0 ? 0 : (room + GAP.length()) / broad - GAP.length();
    List<Block> blocks = new ArrayList<>();
    Block block = keyBlock();
    for (int i : others().toArray()) {
      int least = isBroad(i, room) ? narrowest() : widths[i];
      if (width - block.used() < least + words(i, room) && block.columns.size() > keys.size()) {
        blocks.add(block);
        block = keyBlock();
      }
      block.add(i, Math.max(least, isBroad(i, room) ? Math.min(share, width - block.used()) : 0));
    }
    blocks.add(block);
    return blocks;
  }

  /** Room for the words of a figure, which stand beside it wherever both fit. */
  private int words(int figure, int room) {
    int next = figure + 1;
    boolean inWords =
        next < widths.length
            && grid.lines().get(next).column().quantity() == Quantity.IN_WORDS
            && widths[figure] + GAP.length() + widths[next] <= room;
    return inWords ? GAP.length() + widths[next] : 0;
  }

  private int narrowest() {
    return Math.min(NARROWEST, width / 4);
  }

  private boolean isBroad(int column, int room) {
    return grid.lines().get(column).isText() && widths[column] > room;
  }

  private void narrowKeys() {
    while (keyBlock().used() > widestKeys()) {
      Optional<Integer> widest =
          keys.stream()
              .filter(i -> grid.lines().get(i).isText())
              .reduce((a, b) -> widths[a] >= widths[b] ? a : b);
      if (widest.isEmpty() || widths[widest.get()] <= NARROWEST_KEY) {
        return;
      }
      widths[widest.get()]--;
    }
  }

  /** Figures are not broken, so the widest has to fit beside the keys. */
  private int widestKeys() {
    int widest =
        others().filter(i -> !grid.lines().get(i).isText()).map(i -> widths[i]).max().orElse(0);
    return Math.min((int) (WIDEST_KEYS * width), width - widest);
  }

  private Block keyBlock() {
    Block block = new Block(new ArrayList<>(), new ArrayList<>());
    keys.forEach(i -> block.add(i, widths[i]));
    return block;
  }

  private IntStream others() {
    return IntStream.range(0, widths.length).filter(i -> !keys.contains(i));
  }

  private static int width(Grid.Line line) {
    int entries =
        IntStream.range(0, line.words().size())
            .map(row -> Wrap.length(line.marked(row)))
            .max()
            .orElse(0);
    int heading = Math.min(WIDEST_HEADING, Wrap.length(line.heading()));
    return Math.max(entries, Math.max(heading, Wrap.length(line.legend())));
  }
}
