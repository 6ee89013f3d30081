package storagebench.run.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The two clocks of a run: wall-clock time, which may be adjusted at any time, and a monotonic
 * clock for durations.
 *
 * @param wall for what people read
 * @param nanos for durations; {@link System#nanoTime} outside of tests
 */
public record Time(Clock wall, LongSupplier nanos) {
  /** The machine's. */
  public static final Time SYSTEM = new Time(Clock.systemUTC(), System::nanoTime);

  /** What the clock on the wall says. */
  public Instant now() {
    return wall.instant();
  }

  /** Begins to measure. */
  public Watch watch() {
    return new Watch(nanos.getAsLong());
  }

  /** A duration being measured. */
  public final class Watch {
    private final long begun;

    private Watch(long begun) {
      this.begun = begun;
    }

    /** How long so far. */
    public Duration elapsed() {
      return Duration.ofNanos(nanos.getAsLong() - begun);
    }
  }
}
