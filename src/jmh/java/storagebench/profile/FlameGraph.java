package storagebench.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import one.convert.Arguments;
import storagebench.Count;

/**
 * Draws flame graphs, as pages that need no network, by async-profiler's converter. Colours are its
 * own for kinds of Java frames, which server code has none of: here they tell how a frame changed.
 */
final class FlameGraph {
  /**
   * Samples of each side without which no difference is worth drawing: from fewer, a frame that
   * half of them are in would have to change by more than a fifteenth of all samples to be
   * coloured.
   */
  static final long FEWEST = 1000;

  /** A smaller change of a frame's share of all samples is not coloured. */
  private static final double VISIBLE = 0.01;

  /**
   * Nor is one of fewer standard errors: of a thousand frames about three are that far by chance.
   */
  private static final double STANDARD_ERRORS = 3;

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
   * since another: orange more, green less, pale as before within a percentage point, or within
   * what chance does to so few samples.
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
                double share = share(paths, path.toString(), now);
                double was = share(earlier, path.toString(), before);
                double error = error(share, now) + error(was, before);
                coloured.append(frame).append(colour(share - was, Math.sqrt(error))).append(';');
              }
              coloured.setLength(coloured.length() - 1);
              coloured.append(' ').append(count).append('\n');
            });
    String legend =
        String.format(
            Locale.ROOT,
            "%s: %s, before %s (orange: larger share than before, green: smaller, pale: less than 1"
                + " %% or than chance may do)",
            title,
            Count.of(now.total(), "sample"),
            Count.of(before.total(), "sample"));
    return draw(coloured.toString(), legend);
  }

  private static double share(Map<String, Long> paths, String path, CollapsedStacks of) {
    return paths.getOrDefault(path, 0L) / (double) Math.max(1, of.total());
  }

  /** Squared standard error of a share of independent samples. */
  private static double error(double share, CollapsedStacks of) {
    return share * (1 - share) / Math.max(1, of.total());
  }

  private static String colour(double change, double error) {
    if (Math.abs(change) < Math.max(VISIBLE, STANDARD_ERRORS * error)) {
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
