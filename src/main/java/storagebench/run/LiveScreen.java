package storagebench.run;

import java.io.PrintWriter;
import java.util.List;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The last lines of a terminal: a progress bar and what stands below it, drawn anew in place, and
 * scrolled down by the lines that are printed above. Thread-safe: the bar draws itself.
 */
final class LiveScreen implements ProgressBarConsumer {
  private static final String UP_AND_CLEAR = "\u001b[%dA\r\u001b[J";
  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final PrintWriter out;
  private final int columns;
  private String bar = "";
  private List<String> below = List.of();
  private int drawn;

  /**
   * @param columns how wide the bar may be
   */
  LiveScreen(PrintWriter out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public int getMaxRenderedLength() {
    return columns;
  }

  /** Draws the bar anew. */
  @Override
  public synchronized void accept(String rendered) {
    bar = rendered.strip();
    draw();
  }

  /** What stands below the bar from its next drawing on. */
  synchronized void below(List<String> lines) {
    below = List.copyOf(lines);
  }

  /** Prints a line above the bar. */
  synchronized void above(String line) {
    erase();
    out.println(line);
    draw();
  }

  @Override
  public synchronized void clear() {
    erase();
    out.flush();
  }

  @Override
  public synchronized void close() {
    clear();
  }

  private void erase() {
    if (drawn > 0) {
      out.printf(UP_AND_CLEAR, drawn);
    }
    drawn = 0;
  }

  /** Lines that are too long for the terminal are cut by it, or they would count as two. */
  private void draw() {
    erase();
    if (!bar.isEmpty()) {
      out.print(NO_WRAP);
      out.println(bar);
      below.forEach(out::println);
      out.print(WRAP);
      drawn = 1 + below.size();
    }
    out.flush();
  }
}
