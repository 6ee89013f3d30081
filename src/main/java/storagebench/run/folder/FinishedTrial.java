package storagebench.run.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import storagebench.results.TrialLog;
import storagebench.run.plan.Rounds;

/**
 * A trial that counts: a trial of the plan, with what JMH measured. Its line in {@code trials.json}
 * is a type of its own, because readers of results know neither plans nor JMH.
 *
 * @param trial which of the plan's
 * @param position 1 for the first trial that was begun in the run's folder
 * @param started when, by the clock on the wall
 * @param took how long, by a clock that only goes forward
 * @param settled whether background work on the server had ended before, where that was waited for
 * @param results JMH's, one for each mode
 */
public record FinishedTrial(
    Rounds.Trial trial,
    int position,
    Instant started,
    Duration took,
    boolean settled,
    List<RunResult> results) {
  private static final double NANOS = 1e9;

  public FinishedTrial {
    results = List.copyOf(results);
  }

  /** How long it took. */
  public double seconds() {
    return took.toNanos() / NANOS;
  }

  /** As a line of the log of trials. */
  TrialLog.Trial logged(int fork) {
    return new TrialLog.Trial(
        position,
        trial.round(),
        fork,
        trial.cell().benchmark(),
        trial.cell().parameters(),
        started.toString(),
        seconds(),
        settled);
  }
}
