package storagebench.stream;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import storagebench.server.SqlScript;
import storagebench.storage.Staging;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.Digest;

/** INSERT ... SELECT from a table that holds the batch until every variant has taken it. */
final class StagedSource implements Source {
  private static final SqlScript INSERT = SqlScript.named("insert_select");

  private final Statement statement;
  private final Staging staging;
  private Batch batch;
  private String staged;
  private String sql;

  StagedSource(Sessions sessions, CallStream stream) throws SQLException {
    this.statement = sessions.inserting().createStatement();
    this.staging = new Staging(sessions.aside(), stream);
  }

  @Override
  public Digest prepare(Batch next) {
    batch = next;
    Staging.StagedBatch waiting = staging.stage(next);
    staged = waiting.table();
    return waiting.digest();
  }

  @Override
  public void into(String table) {
    sql = INSERT.statement(Map.of("table", table, "staged", staged));
  }

  @Override
  public long insert() throws SQLException {
    return statement.executeLargeUpdate(sql);
  }

  @Override
  public void release() {
    staging.drop(batch);
  }
}
