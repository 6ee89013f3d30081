package storagebench.stream;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import storagebench.progress.Console;
import storagebench.storage.Variant;

/** A line for each batch, for logs and pipes. */
final class LineDisplay implements Display {
  private final Console console;
  private Pace pace;
  private String batch;

  LineDisplay(Console console) {
    this.console = console;
  }

  @Override
  public void phase(Phase phase, Pace current) {
    pace = current;
    console.line(
        String.format(
            Locale.ROOT,
            "%s: %d batches, %,d rows for each of %s; %,d are in",
            phase,
            pace.batches(),
            pace.rowsOfDay(),
            pace.variants().stream().map(Variant::name).collect(Collectors.joining(", ")),
            pace.rows()));
  }

  @Override
  public void batch(int k, int hour) {
    batch = String.format(Locale.ROOT, "[%d/%d] %02d h", k, pace.batches(), hour);
  }

  @Override
  public void inserted(BatchRow row) {}

  @Override
  public void batchDone() {
    StringBuilder line = new StringBuilder(batch);
    line.append(
        String.format(
            Locale.ROOT,
            "  %,d rows in each table (%.1f %% of the day)  rows/s:",
            pace.rows(),
            100.0 * pace.rows() / pace.rowsOfDay()));
    for (Variant variant : pace.variants()) {
      line.append(String.format(Locale.ROOT, " %s %,.0f", variant, pace.rate(variant)));
    }
    console.line(line.append("  left: ").append(left()).toString());
  }

  @Override
  public void line(String text) {
    console.line(text);
  }

  @Override
  public void close() {}

  private String left() {
    Duration left = pace.left();
    return String.format(
        Locale.ROOT,
        "%s%d:%02d:%02d, then %s",
        pace.isGuess() ? "perhaps " : "",
        left.toHours(),
        left.toMinutesPart(),
        left.toSecondsPart(),
        pace.afterwards());
  }
}
