package storagebench.run;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

/** The trials of a run that are still to come, in their order, and the count of all. */
final class PendingTrials {
  private final Deque<Rounds.Trial> trials = new ArrayDeque<>();
  private int total;
  private int done;

  /** One more is to come. */
  void add(Rounds.Trial trial) {
    trials.add(trial);
    total++;
  }

  /** One more counts that has ended already. */
  void addEnded() {
    total++;
    done++;
  }

  boolean isEmpty() {
    return trials.isEmpty();
  }

  /** The next one; null if there is none. */
  Rounds.Trial next() {
    return trials.peek();
  }

  /** All that are to come, as they will be at any time. */
  Collection<Rounds.Trial> all() {
    return Collections.unmodifiableCollection(trials);
  }

  /** All but one. */
  List<Rounds.Trial> allBut(Rounds.Trial one) {
    return trials.stream().filter(other -> !other.equals(one)).toList();
  }

  /** One of them has ended, well or not. */
  void ended(Rounds.Trial trial) {
    trials.remove(trial);
    done++;
  }

  /** No more trials of a cell: they are not counted any longer. */
  void drop(PlannedCell cell) {
    int before = trials.size();
    trials.removeIf(later -> later.cell().equals(cell));
    total -= before - trials.size();
  }

  /** How many have ended. */
  int done() {
    return done;
  }

  /** How many there are, ended or to come. */
  int total() {
    return total;
  }
}
