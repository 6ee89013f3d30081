package storagebench.storage;

import java.sql.SQLException;
import storagebench.workload.Batch;
import storagebench.workload.Digest;

/**
 * A way for batches to get into a table. Preparing is outside the clock, inserting inside. Not
 * thread-safe: one for each session.
 */
public interface Ingest {
  /**
   * Does everything that is not the database's work: makes, encodes, stages or binds the rows.
   *
   * @return what {@link #insert()} will send
   */
  Digest prepare(Batch batch) throws SQLException;

  /**
   * Executes the statement for the prepared batch; the caller commits.
   *
   * @return rows that the server says it took
   */
  long insert() throws SQLException;
}
