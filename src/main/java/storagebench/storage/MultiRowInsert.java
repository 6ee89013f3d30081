package storagebench.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGProperty;
import storagebench.workload.Batch;
import storagebench.workload.Digest;

/**
 * Batched prepared statements, which the driver rewrites into INSERTs of up to 128 rows: what an
 * application does. Values are bound before the clock starts; the driver's own work on them in
 * executeBatch is inside, as it is in every application.
 */
public final class MultiRowInsert implements Ingest {
  /** What a session needs for the driver to rewrite batches. */
  public static final Map<String, String> SESSION =
      Map.of(PGProperty.REWRITE_BATCHED_INSERTS.getName(), "true");

  private final Connection session;
  private final Staging staging;
  private PreparedStatement statement;

  /**
   * @param session opened with {@link #SESSION}; stays the caller's
   * @param staging where the rows come from, over another session
   */
  public MultiRowInsert(Connection session, Staging staging) {
    this.session = session;
    this.staging = staging;
  }

  /** Batches are bound to the statement, so that one prepared before has to be prepared again. */
  @Override
  public void into(String table) throws SQLException {
    statement = staging.workload().insert(session, table);
  }

  @Override
  public Digest prepare(Batch batch) throws SQLException {
    statement.clearBatch();
    staging.workload().bind(staging, batch, statement);
    return staging.workload().digest(staging, batch);
  }

  @Override
  public long insert() throws SQLException {
    long rows = 0;
    for (int count : statement.executeBatch()) {
      // A rewritten statement tells the driver one count for many rows.
      rows += count == Statement.SUCCESS_NO_INFO ? 1 : count;
    }
    return rows;
  }
}
