package storagebench.run.progress;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The last lines of a terminal: progress bars and words one below the other, drawn anew in place,
 * and scrolled down by the lines that are printed above them. Thread-safe: bars draw themselves.
 */
public final class LiveScreen {
  private static final String UP_AND_CLEAR = "\u001b[%dA\r\u001b[J";
  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final PrintWriter out;
  private final int columns;
  private final List<String> lines = new ArrayList<>();
  private int drawn;

  /**
   * @param columns how wide the terminal is; longer lines are broken between words
   */
  public LiveScreen(PrintWriter out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  /** One more line, below those that are there, for a bar or for words. */
  public synchronized ProgressBarConsumer line() {
    lines.add("");
    return new Line(lines.size() - 1);
  }

  /** Prints a line above the bars. */
  public synchronized void above(String text) {
    erase();
    out.println(text);
    draw();
  }

  /** Takes all lines away. */
  public synchronized void clear() {
    erase();
    lines.clear();
    out.flush();
  }

  private synchronized void show(int line, String rendered) {
    if (line < lines.size()) {
      lines.set(line, rendered.strip());
      erase();
      draw();
    }
  }

  private void erase() {
    if (drawn > 0) {
      out.printf(UP_AND_CLEAR, drawn);
    }
    drawn = 0;
  }

  /** A word that is too long for the terminal is cut by it, or its line would count as two. */
  private void draw() {
    List<String> rows = lines.stream().filter(line -> !line.isEmpty()).flatMap(this::rows).toList();
    out.print(NO_WRAP);
    rows.forEach(out::println);
    out.print(WRAP);
    out.flush();
    drawn = rows.size();
  }

  private Stream<String> rows(String line) {
    return line.replaceAll("(.{1," + columns + "})(?: +|$)", "$1\n").lines();
  }

  /** Where one bar is drawn; the lines go together, by {@link LiveScreen#clear()}. */
  private final class Line implements ProgressBarConsumer {
    private final int number;

    Line(int number) {
      this.number = number;
    }

    @Override
    public int getMaxRenderedLength() {
      return columns;
    }

    @Override
    public void accept(String rendered) {
      show(number, rendered);
    }

    @Override
    public void clear() {}

    @Override
    public void close() {}
  }
}
