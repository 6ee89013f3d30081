package storagebench.stream;

import java.sql.SQLException;
import storagebench.workload.Batch;
import storagebench.workload.Digest;

/**
 * Where batches come from. One batch is made ready once, outside the clock, and then put into the
 * table of every variant.
 */
interface Source {
  /** Makes a batch ready, and lets go of the one before. */
  Digest prepare(Batch batch) throws SQLException;

  /** Makes the statement that puts the batch into a table. */
  void into(String table) throws SQLException;

  /**
   * Executes the statement; the caller commits. This is what the clock measures.
   *
   * @return rows that the server says it took
   */
  long insert() throws SQLException;

  /** Lets go of the batch. */
  void release();
}
