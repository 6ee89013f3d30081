package storagebench.run.plan;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The time that all trials of a run may take, including those before a resumption. */
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

  /** What trials took until now, those before a resumption included. */
  public Duration spent() {
    return before.plus(watch.elapsed());
  }

  /**
   * Whether there is time for a trial.
   *
   * @param expected its expected time; if it is not known, the trial may start
   */
  public boolean allows(Optional<Duration> expected) {
    return limit.isEmpty()
        || spent().plus(expected.orElse(Duration.ZERO)).compareTo(limit.get()) < 0;
  }

  /** As much of a time as is left of the budget. */
  public Duration atMost(Duration time) {
    Duration left = limit.map(whole -> whole.minus(spent())).orElse(time);
    return Collections.max(List.of(Duration.ZERO, Collections.min(List.of(left, time))));
  }
}
