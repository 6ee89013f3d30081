package storagebench.profile;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Watches the batches of a table. Nothing of it is called inside the clock; what it throws is told
 * as a warning, once, and the measurement goes on.
 */
interface TrialWatch {
  /** What the user calls it. */
  String name();

  /** The same for another table: in a duel there are two. */
  TrialWatch another();

  /** The table is there; nothing was inserted by a measured session yet. */
  default void opened(WatchedTrial trial) throws SQLException {}

  /** The batch is prepared and nothing is being inserted; the clock starts next. */
  default void beforeBatch() throws SQLException {}

  /** The next batch is not to be watched: what works in the background ends. */
  default void rest() throws SQLException {}

  /** The clock has stopped and nothing is being inserted. */
  default void afterBatch(BatchWindow window) throws SQLException {}

  /** What was taken of the table's batches since it was last asked. */
  default Collection<ScalarResult> ofBatches() throws SQLException {
    return List.of();
  }

  /** All batches are in, and all sessions are closed. */
  default void closing() throws SQLException {}

  /** All else is done and the table about to be dropped: it may be changed now. */
  default void dropping() throws SQLException {}

  /** What was taken of the whole trial. */
  default Collection<ScalarResult> ofTrial() {
    return List.of();
  }
}
