package storagebench.stream;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import storagebench.progress.Console;
import storagebench.progress.LiveScreen;
import storagebench.storage.Variant;

/**
 * Bars on a terminal: one for the phase with the rows of the day, the batch, the hour and the time
 * left to the last batch, and one for each variant with its rows and its rows a second.
 */
final class BarDisplay implements Display {
  private static final int COLUMNS = 100;
  private static final int UPDATE_MILLIS = 1000;

  private final Console console;
  private final LiveScreen screen;
  private final Map<Variant, ProgressBar> bars = new EnumMap<>(Variant.class);
  private ProgressBar whole;
  private Pace pace;

  BarDisplay(Console console) {
    this.console = console;
    this.screen = new LiveScreen(console.out(), COLUMNS);
  }

  @Override
  public void phase(Phase phase, Pace current) {
    close();
    pace = current;
    whole = bar(phase.toString(), pace.rowsOfDay(), pace.rows(), true);
    for (Variant variant : pace.variants()) {
      bars.put(variant, bar(variant.name(), pace.rowsOfDay(), pace.rows(variant), false));
    }
  }

  @Override
  public void batch(int k, int hour) {
    whole.setExtraMessage(
        String.format(
            Locale.ROOT,
            "batch %d/%d, %02d h, %s",
            k,
            pace.batches(),
            hour,
            pace.isGuess() ? "time is a guess" : "then " + pace.afterwards()));
  }

  @Override
  public void inserted(BatchRow row) {
    Variant variant = row.place().variant();
    ProgressBar bar = bars.get(variant);
    bar.setExtraMessage(
        String.format(
            Locale.ROOT, "%,d rows, %,.0f rows/s", pace.rows(variant), pace.rate(variant)));
    bar.stepTo(pace.rows(variant));
    whole.stepTo(pace.rows());
  }

  @Override
  public void batchDone() {}

  @Override
  public void line(String text) {
    if (whole == null) {
      console.line(text);
    } else {
      screen.above(text);
    }
  }

  @Override
  public void close() {
    if (whole != null) {
      whole.close();
      bars.values().forEach(ProgressBar::close);
      bars.clear();
      screen.clear();
      whole = null;
    }
  }

  private ProgressBar bar(String name, long max, long done, boolean withTimeLeft) {
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName(String.format(Locale.ROOT, "%-14s", name))
            .setStyle(ProgressBarStyle.ASCII)
            .setInitialMax(max)
            .startsFrom(done, Duration.ZERO)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setConsumer(screen.line());
    if (withTimeLeft) {
      return builder.setEtaFunction(state -> Optional.ofNullable(pace.left())).build();
    }
    return builder.hideEta().build();
  }
}
