package storagebench.run.told;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import storagebench.progress.LiveScreen;
import storagebench.run.cell.Rounds;
import storagebench.run.kept.FinishedTrial;

/**
 * A display on a terminal: an overall bar with the time left, the current cell, rows a second so
 * far for every variant. What happened scrolls by above it.
 */
final class LiveProgress implements Progress {
  private static final int COLUMNS = 80;
  private static final int UPDATE_MILLIS = 1000;

  private final LiveScreen screen;
  private final Words words;
  private final ProgressBar bar;
  private final ProgressBarConsumer now;
  private final ProgressBarConsumer soFar;
  private volatile Deadline deadline = new Deadline(Optional.empty(), System.nanoTime());
  private String current = "";

  /** When the run will end, as far as that was known at some time. */
  private record Deadline(Optional<Duration> left, long since) {
    /** What is left of it now; the estimate of a trial that takes longer than it should is 0. */
    Optional<Duration> now() {
      Duration passed = Duration.ofNanos(System.nanoTime() - since);
      return left.map(time -> time.compareTo(passed) > 0 ? time.minus(passed) : time.minus(time));
    }
  }

  LiveProgress(PrintWriter out, Wording wording) {
    this.words = new Words(wording);
    this.screen = new LiveScreen(out, COLUMNS);
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("trials")
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .continuousUpdate()
            .setEtaFunction(state -> deadline.now())
            .setConsumer(screen.line())
            .build();
    this.now = screen.line();
    this.soFar = screen.line();
  }

  @Override
  public void begun(Rounds.Trial trial, Standing standing) {
    current = words.wording().name(trial.cell());
    show(standing);
  }

  @Override
  public void finished(FinishedTrial trial, Standing standing) {
    screen.above(words.finished(trial, standing));
    show(standing);
  }

  @Override
  public void failed(Rounds.Trial trial, String line, Standing standing) {
    screen.above(words.failed(trial, line, standing));
    show(standing);
  }

  @Override
  public void line(String text) {
    screen.above(text);
  }

  @Override
  public void warning(String text) {
    screen.above(text);
  }

  @Override
  public void close() {
    bar.close();
    screen.clear();
  }

  private void show(Standing standing) {
    deadline = new Deadline(standing.left(), System.nanoTime());
    now.accept("now: " + current);
    soFar.accept(Words.soFar(standing));
    bar.maxHint(standing.total());
    bar.stepTo(standing.done());
    bar.refresh();
  }
}
