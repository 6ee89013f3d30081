package storagebench.benchmark;

import java.util.List;
import storagebench.profile.BatchWindow;
import storagebench.profile.TrialWatches;
import storagebench.profile.WatchedTrial;

/**
 * Tells profilers when batches are inserted: a window lasts from the first session's statement to
 * the last session's commit, and nothing of what profilers do is inside a session's clock unless
 * sessions overlap. Not thread-safe.
 */
final class WatchedBatches {
  private int inserting;
  private long rows;
  private long begun;
  private long executed;
  private long committed;

  /** Profilers look at one table; in a duel, which has two, they look at nothing. */
  WatchedBatches(List<WatchedTrial> tables) {
    if (tables.size() == 1) {
      TrialWatches.opened(tables.get(0));
    } else {
      TrialWatches.refuse("the two tables of a duel are not looked into; profile a run of one");
    }
  }

  /** A session is about to insert. */
  void begin() {
    if (inserting++ == 0) {
      rows = 0;
      TrialWatches.beforeBatch();
    }
  }

  /** A session has committed. */
  void end(long batchRows, BatchTimes times) {
    begun = rows == 0 ? times.begun() : Math.min(begun, times.begun());
    executed = rows == 0 ? times.executed() : Math.max(executed, times.executed());
    committed = rows == 0 ? times.committed() : Math.max(committed, times.committed());
    rows += batchRows;
    if (--inserting == 0) {
      TrialWatches.afterBatch(new BatchWindow(begun, executed, committed, rows));
    }
  }
}
