package storagebench.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import storagebench.run.folder.FailedTrial;
import storagebench.run.folder.KeptRun;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

/** The trials that failed. Their cells are not tried again before the run is resumed. */
final class FailedTrials {
  private final KeptRun kept;
  private final Set<PlannedCell> cells = new HashSet<>();
  private final List<FailedTrial> latest = new ArrayList<>();

  FailedTrials(KeptRun kept) {
    this.kept = kept;
  }

  /** One more has failed. */
  void add(FailedTrial trial) {
    cells.add(trial.trial().cell());
    latest.add(trial);
  }

  /** Keeps them, once the run goes on after them: Ctrl-C and a lost server end trials too. */
  void keep() {
    latest.forEach(kept::add);
    latest.clear();
  }

  /** The cells that are not tried again. */
  Set<PlannedCell> cells() {
    return Set.copyOf(cells);
  }

  /** Of these those that did not fail before the run was resumed: nothing waits for what did. */
  List<Rounds.Trial> untried(Collection<Rounds.Trial> pending) {
    List<Rounds.Trial> before = kept.failed().stream().map(FailedTrial::trial).toList();
    return pending.stream().filter(trial -> !before.contains(trial)).toList();
  }
}
