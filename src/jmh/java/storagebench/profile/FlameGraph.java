package storagebench.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import one.convert.Arguments;

/**
 * Draws flame graphs, as pages that need no network, by async-profiler's converter. Colours are its
 * own for kinds of Java frames, which server code has none of: here they tell how a frame changed.
 */
final class FlameGraph {
  /** A smaller change of a frame's share of all samples is not shown. */
  private static final double VISIBLE = 0.01;

  /** The converter reads a frame's kind, and so its colour, from such an ending. */
  private static final String GREEN = "_[j]";

  private static final String ORANGE = "_[k]";
  private static final String PALE = "_[0]";

  private FlameGraph() {}

  /** A graph of these stacks. */
  static byte[] of(CollapsedStacks stacks, String title) {
    return draw(stacks.toString(), title);
  }

  /**
   * The stacks of one measurement, coloured by what became of each frame's share of all samples
   * since another: orange more, green less, pale as before within a percentage point.
   */
  static byte[] difference(CollapsedStacks now, CollapsedStacks before, String title) {
    Map<String, Long> paths = now.byPath();
    Map<String, Long> earlier = before.byPath();
    StringBuilder coloured = new StringBuilder();
    now.counts()
        .forEach(
            (stack, count) -> {
              StringBuilder path = new StringBuilder();
              for (String frame : stack.split(";")) {
                path.append(path.isEmpty() ? "" : ";").append(frame);
                double change =
                    share(paths, path.toString(), now) - share(earlier, path.toString(), before);
                coloured.append(frame).append(colour(change)).append(';');
              }
              coloured.setLength(coloured.length() - 1);
              coloured.append(' ').append(count).append('\n');
            });
    return draw(coloured.toString(), title + " (orange: larger share than before, green: smaller)");
  }

  private static double share(Map<String, Long> paths, String path, CollapsedStacks of) {
    return paths.getOrDefault(path, 0L) / (double) Math.max(1, of.total());
  }

  private static String colour(double change) {
    if (Math.abs(change) < VISIBLE) {
      return PALE;
    }
    return change > 0 ? ORANGE : GREEN;
  }

  private static byte[] draw(String collapsed, String title) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(page, false, StandardCharsets.UTF_8)) {
      one.convert.FlameGraph graph = new one.convert.FlameGraph(new Arguments("--title", title));
      graph.parseCollapsed(new StringReader(collapsed));
      graph.dump(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toByteArray();
  }
}
