package storagebench.stream;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import storagebench.Console;
import storagebench.run.progress.LiveDisplay;

/**
 * On a terminal, the rows of the day with the time left to the last insert, the batch and its hour,
 * and rows a second so far of every variant.
 */
final class BarDisplay implements Display {
  private final Console console;
  private LiveDisplay display;
  private PhaseProgress pace;

  BarDisplay(Console console) {
    this.console = console;
  }

  @Override
  public void phase(Phase phase, PhaseProgress current) {
    close();
    pace = current;
    display = new LiveDisplay(console.out(), Console.columns(), phase.toString());
    show();
  }

  @Override
  public void batch(int k, int hour) {
    display.now(
        String.format(
            Locale.ROOT,
            "batch %d of %d, %02d h; %sthen %s",
            k,
            pace.batches(),
            hour,
            pace.isGuess() ? "the time left is a guess; " : "",
            pace.afterwards()));
  }

  @Override
  public void inserted(BatchRow row) {
    show();
  }

  @Override
  public void batchDone() {
    show();
  }

  @Override
  public void loaded() {
    display.now(pace.afterwards());
  }

  @Override
  public void line(String text) {
    if (display == null) {
      console.line(text);
    } else {
      display.above(text);
    }
  }

  @Override
  public void close() {
    if (display != null) {
      display.close();
      display = null;
    }
  }

  private void show() {
    Map<String, Double> rates = new LinkedHashMap<>();
    pace.variants().forEach(variant -> rates.put(variant.name(), pace.rate(variant)));
    rates.values().removeIf(rate -> rate.isNaN());
    display.soFar(rates);
    display.show(pace.rows(), pace.rowsOfDay(), Optional.ofNullable(pace.left()));
  }
}
