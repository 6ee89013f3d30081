package storagebench.stream;

import java.time.Duration;
import java.util.Locale;
import storagebench.run.Console;
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
            "%s: %,d batches, %,d of %,d rows are in",
            phase,
            pace.batches(),
            pace.rows(),
            pace.rowsAtEnd()));
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
    line.append(String.format(Locale.ROOT, "  %,d rows", pace.rows()));
    for (Variant variant : pace.variants()) {
      line.append(String.format(Locale.ROOT, "  %s %,.0f", variant, pace.rate(variant)));
    }
    console.line(line.append(" rows/s, left ").append(words(pace.left())).toString());
  }

  @Override
  public void line(String text) {
    console.line(text);
  }

  @Override
  public void close() {}

  private static String words(Duration left) {
    return left == null
        ? "?"
        : String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            left.toHours(),
            left.toMinutesPart(),
            left.toSecondsPart());
  }
}
