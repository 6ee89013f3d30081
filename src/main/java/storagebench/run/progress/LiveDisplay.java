package storagebench.run.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * The display of a measurement on a terminal: a bar with the time so far and the time left, what
 * happens now, and rows a second so far. What happened scrolls by above it.
 */
final class LiveDisplay implements AutoCloseable {
  private static final int UPDATE_MILLIS = 1000;

  private final LiveScreen screen;
  private final ProgressBar bar;
  private final ProgressBarConsumer now;
  private final ProgressBarConsumer soFar;
  private volatile Optional<Long> end = Optional.empty();

  /**
   * @param columns how wide the terminal is
   * @param steps what the bar counts
   */
  LiveDisplay(PrintWriter out, int columns, String steps) {
    this.screen = new LiveScreen(out, columns);
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(steps)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .continuousUpdate()
            .setEtaFunction(state -> left())
            .setConsumer(screen.line())
            .build();
    this.now = screen.line();
    this.soFar = screen.line();
  }

  /** How far it is, with rows a second of those that are compared. */
  void show(RunStatus status) {
    soFar.accept(soFar(status.rates()));
    end = status.left().map(time -> System.nanoTime() + time.toNanos());
    bar.maxHint(status.total());
    bar.stepTo(status.done());
    bar.refresh();
  }

  private static String soFar(Map<String, Double> rates) {
    return rates.isEmpty()
        ? ""
        : rates.entrySet().stream()
            .map(rate -> String.format(Locale.ROOT, "%s %,.0f", rate.getKey(), rate.getValue()))
            .collect(Collectors.joining("  ", "so far: ", " rows/s"));
  }

  /** What happens now. */
  void now(String text) {
    now.accept("now: " + text);
  }

  /** Prints a line above the bar. */
  void above(String text) {
    screen.above(text);
  }

  @Override
  public void close() {
    bar.close();
    screen.clear();
  }

  /**
   * An estimate that the time has passed by says nothing of the rest, certainly not that it is 0.
   */
  private Optional<Duration> left() {
    return end.map(nanos -> Duration.ofNanos(nanos - System.nanoTime()))
        .filter(time -> !time.isNegative());
  }
}
