package storagebench.run.plan;

import java.util.List;
import java.util.Set;

/** When enough is measured. */
public interface Goal {
  /** The trials that are planned, no more and no fewer. */
  Goal AS_PLANNED = new Goal() {};

  /**
   * Whether a planned trial is still called for; if not, no later one of its cell is.
   *
   * @param trial one whose earlier rounds have ended
   */
  default boolean callsFor(Rounds.Trial trial) {
    return true;
  }

  /**
   * How many rounds it takes to say anything: a run whose budget is too small for them ends as soon
   * as that is known.
   */
  default int leastRounds() {
    return 0;
  }

  /**
   * Whether another round is called for.
   *
   * @param rounds how many were run, or resumed from
   * @param failed cells that are not tried again, and can come no closer to the goal
   */
  default boolean wantsMoreThan(int rounds, Set<PlannedCell> failed) {
    return false;
  }

  /** What was reached, in lines for the user. */
  default List<String> statement() {
    return List.of();
  }
}
