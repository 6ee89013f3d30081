package storagebench.benchmark;

import java.util.List;
import storagebench.profile.BatchWindow;
import storagebench.profile.TrialWatches;

/**
 * Tells profilers, and who counts what the server spends, when batches are inserted: a window lasts
 * from the first session's statement to the last session's commit, and nothing of what profilers do
 * is inside a session's clock unless sessions overlap. Not thread-safe.
 */
final class WatchedBatches {
  private int inserting;
  private long rows;
  private long begun;
  private long executed;
  private long committed;

  /** In a duel there are two tables. */
  WatchedBatches(List<TrialTable> tables) {
    tables.forEach(table -> TrialWatches.opened(table.watched()));
  }

  /** A session is about to insert into the table. */
  void begin(TrialTable table) {
    if (inserting++ == 0) {
      rows = 0;
      TrialWatches.beforeBatch(table.watched());
      table.use().beforeBatch();
    }
  }

  /** A session has committed. */
  void end(TrialTable table, long batchRows, BatchTimes times) {
    begun = rows == 0 ? times.begun() : Math.min(begun, times.begun());
    executed = rows == 0 ? times.executed() : Math.max(executed, times.executed());
    committed = rows == 0 ? times.committed() : Math.max(committed, times.committed());
    rows += batchRows;
    if (--inserting == 0) {
      table.use().afterBatch();
      TrialWatches.afterBatch(new BatchWindow(begun, executed, committed, rows));
    }
  }
}
