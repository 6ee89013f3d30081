package storagebench.stream;

import java.util.Locale;
import java.util.stream.Collectors;
import storagebench.Console;
import storagebench.Count;
import storagebench.run.plan.Amounts;
import storagebench.storage.Variant;

/** Prints a line for each batch, for logs and pipes. */
final class LineDisplay implements Display {
  private final Console console;
  private PhaseProgress pace;
  private String batch;

  LineDisplay(Console console) {
    this.console = console;
  }

  @Override
  public void phase(Phase phase, PhaseProgress current) {
    pace = current;
    console.line(
        String.format(
            Locale.ROOT,
            "%s: %s, %s for each of %s; %,d are in",
            phase,
            Count.of(pace.batches(), "batch"),
            Count.of(pace.rowsOfDay(), "row"),
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
            "  %s in each table (%.1f %% of the day)  rows/s:",
            Count.of(pace.rows(), "row"),
            100.0 * pace.rows() / pace.rowsOfDay()));
    for (Variant variant : pace.variants()) {
      line.append(String.format(Locale.ROOT, " %s %,.0f", variant, pace.rate(variant)));
    }
    console.line(line.append("  left: ").append(left()).toString());
  }

  @Override
  public void loaded() {}

  @Override
  public void line(String text) {
    console.line(text);
  }

  @Override
  public void close() {}

  private String left() {
    return (pace.isGuess() ? "perhaps " : "")
        + Amounts.text(pace.left())
        + ", then "
        + pace.afterwards();
  }
}
