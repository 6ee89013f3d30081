package storagebench.storage;

import java.sql.SQLException;
import java.util.List;
import storagebench.workload.Batch;
import storagebench.workload.Digest;

/**
 * A way for batches to get into a table. Naming the table and preparing a batch are outside the
 * clock, inserting is inside. Not thread-safe: one for each session.
 */
public interface Ingest extends AutoCloseable {
  /**
   * Names the table that batches go into, before the first or, where one batch goes into several
   * tables, between two of them.
   *
   * @param table name within the schema
   */
  void into(String table) throws SQLException;

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

  /** What only this method knows of the last insert, once that is committed; outside the clock. */
  default List<Figure> figures() {
    return List.of();
  }

  /** Lets go of the prepared batch, on the server too. */
  default void release() {}

  /** Lets go of all that it has beside the session, when the last batch is in. */
  @Override
  default void close() {}

  /** A figure with its name and unit in JMH's result. */
  record Figure(String label, double value, String unit) {}
}
