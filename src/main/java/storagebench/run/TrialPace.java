package storagebench.run;

import java.time.Duration;
import java.util.Optional;
import storagebench.run.plan.Time;

/**
 * How fast the running trial is. The time until its first batch has ended includes everything that
 * is done once: starting the JVM, creating the table, staging. The later batches give the time of a
 * batch.
 */
final class TrialPace {
  private final Time.Watch watch;
  private Duration toFirst;
  private Optional<Duration> whole = Optional.empty();

  /**
   * @param watch begun with the trial
   */
  TrialPace(Time.Watch watch) {
    this.watch = watch;
  }

  /** A batch has ended; the numbers are those of {@link Measurement.Batches}. */
  synchronized void ended(int done, int total) {
    Duration now = watch.elapsed();
    if (done == 1 || toFirst == null) {
      toFirst = now;
    } else {
      whole =
          Optional.of(
              toFirst.plus(now.minus(toFirst).multipliedBy(total - 1L).dividedBy(done - 1L)));
    }
  }

  /** What the whole trial will take; empty before its second batch. */
  synchronized Optional<Duration> whole() {
    return whole;
  }

  /** The remaining time of a trial of that length; zero if it should have ended. */
  Duration leftOf(Duration length) {
    Duration left = length.minus(watch.elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }
}
