package storagebench.run.plan;

import java.time.Duration;
import java.util.Optional;

/** The time that the trials of a run may take together, those before a resumption included. */
public final class Budget {
  private final Optional<Duration> limit;
  private final Duration before;
  private final Time.Watch watch;

  /**
   * @param limit empty if there is none
   * @param before what trials took before
   * @param watch begun with the first trial from now
   */
  public Budget(Optional<Duration> limit, Duration before, Time.Watch watch) {
    this.limit = limit;
    this.before = before;
    this.watch = watch;
  }

  /**
   * Whether there is time for a trial.
   *
   * @param expected what it will take; empty if that is not known, and then it may begin
   */
  public boolean allows(Optional<Duration> expected) {
    Duration spent = before.plus(watch.elapsed());
    return limit.isEmpty() || spent.plus(expected.orElse(Duration.ZERO)).compareTo(limit.get()) < 0;
  }
}
