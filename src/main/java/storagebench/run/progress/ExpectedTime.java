package storagebench.run.progress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import storagebench.Count;
import storagebench.run.folder.KeptRun;
import storagebench.run.plan.Amounts;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

/** How long the trials that are to run will take together, as far as earlier runs tell. */
public final class ExpectedTime {
  private static final String EARLIER = ", by earlier runs from this machine";
  private static final String UNKNOWN = "not known before the first trial of each cell";

  private Duration known = Duration.ZERO;
  private int trials;
  private int knownTrials;

  /** That of the trials of a run which are not finished. */
  public static ExpectedTime of(
      List<Rounds.Trial> planned, KeptRun kept, Function<PlannedCell, Optional<Duration>> each) {
    ExpectedTime time = new ExpectedTime();
    planned.stream()
        .filter(trial -> !kept.has(trial))
        .forEach(trial -> time.add(each.apply(trial.cell()), 1));
    return time;
  }

  /**
   * Adds trials.
   *
   * @param each what one takes; empty if that is not known
   */
  public void add(Optional<Duration> each, int count) {
    trials += count;
    each.ifPresent(
        time -> {
          known = known.plus(time.multipliedBy(count));
          knownTrials += count;
        });
  }

  /** The whole of it; empty if that is not known. */
  public Optional<Duration> whole() {
    return knownTrials == trials ? Optional.of(known) : Optional.empty();
  }

  /** For people, also where it is not known. */
  @Override
  public String toString() {
    String time = "about " + Amounts.text(known);
    if (knownTrials == trials) {
      return "Time: " + time + EARLIER;
    }
    return knownTrials == 0
        ? "Time: " + UNKNOWN + "; none of them was measured from this machine yet"
        : "Time: "
            + time
            + " for "
            + knownTrials
            + " of "
            + Count.of(trials, "trial")
            + EARLIER
            + "; for the others "
            + UNKNOWN;
  }
}
