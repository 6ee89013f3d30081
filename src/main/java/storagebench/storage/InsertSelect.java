package storagebench.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import storagebench.server.SqlScript;
import storagebench.server.Target;
import storagebench.workload.Batch;
import storagebench.workload.Digest;

/**
 * INSERT ... SELECT from a staged table with the same distribution: no row crosses the network or
 * moves between segments, so the storage format is what is left to measure.
 */
public final class InsertSelect implements Ingest {
  private static final SqlScript SCRIPT = SqlScript.named("insert_select");

  private final Statement statement;
  private final Staging staging;
  private String table;
  private Batch batch;
  private String staged;
  private String sql;

  /**
   * @param session opened with {@link Target#AS_PSQL}; stays the caller's
   * @param staging over another session, so that staging commits on its own
   */
  public InsertSelect(Connection session, Staging staging) throws SQLException {
    this.statement = session.createStatement();
    this.staging = staging;
  }

  @Override
  public void into(String into) {
    table = into;
    makeStatement();
  }

  @Override
  public Digest prepare(Batch next) {
    Staging.StagedBatch waiting = staging.stage(next);
    batch = next;
    staged = waiting.table();
    makeStatement();
    return waiting.digest();
  }

  private void makeStatement() {
    if (table != null && staged != null) {
      sql = statement(table);
    }
  }

  /**
   * The statement that puts the prepared batch into a table.
   *
   * @param into name within the schema
   */
  public String statement(String into) {
    return SCRIPT.statement(Map.of("table", into, "staged", staged));
  }

  /** The table that the prepared batch waits in; null before the first. */
  public String staged() {
    return staged;
  }

  @Override
  public long insert() throws SQLException {
    return statement.executeLargeUpdate(sql);
  }

  @Override
  public void release() {
    staging.drop(batch);
    staged = null;
  }
}
