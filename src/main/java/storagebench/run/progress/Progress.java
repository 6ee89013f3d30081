package storagebench.run.progress;

import java.util.function.Consumer;
import storagebench.Console;

/**
 * Shows how a measurement goes on: on a terminal by a live display below what is printed, elsewhere
 * by lines alone.
 */
public final class Progress implements AutoCloseable {
  private final Console console;
  private final boolean live;
  private LiveDisplay display;

  private Progress(Console console, boolean live) {
    this.console = console;
    this.live = live;
  }

  /**
   * The progress of a measurement.
   *
   * @param shared whether others write to the terminal meanwhile, so that a live display cannot be
   */
  public static Progress on(Console console, boolean shared) {
    return new Progress(console, console.terminal() && !console.quiet() && !shared);
  }

  /**
   * Begins a part of the measurement.
   *
   * @param steps what its bar counts
   */
  public void begin(String steps) {
    close();
    if (live) {
      display = new LiveDisplay(console.out(), Console.columns().orElse(80), steps);
    }
  }

  /** What happens now; for a live display alone. May come from another thread. */
  public void now(String text) {
    if (display != null) {
      display.now(text);
    }
  }

  /** How far it is; for a live display alone. May come from another thread. */
  public void show(RunStatus status) {
    if (display != null) {
      display.show(status);
    }
  }

  /** A line that a live display makes unnecessary. */
  public void plain(String text) {
    if (display == null) {
      console.line(text);
    }
  }

  /** Something worth knowing. */
  public void line(String text) {
    print(text, console::line);
  }

  /** Something that may spoil the measurement. */
  public void warning(String text) {
    print(text, console::notice);
  }

  /** Something that failed. */
  public void failure(String text) {
    print(text, console::error);
  }

  private void print(String text, Consumer<String> plain) {
    if (display == null) {
      plain.accept(text);
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
}
