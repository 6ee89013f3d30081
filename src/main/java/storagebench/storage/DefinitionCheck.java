package storagebench.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import storagebench.UserError;
import storagebench.server.Server;
import storagebench.server.SqlDiagnosis;

/**
 * Whether a server makes the tables that are to be measured. It is asked: each table is made in a
 * transaction that is rolled back, so that its own rules decide, whatever its version.
 */
public final class DefinitionCheck implements AutoCloseable {
  private final Connection connection;
  private final Map<String, Workload> workloads = new HashMap<>();

  /**
   * Begins the transaction.
   *
   * @param connection as psql would have it; stays the caller's
   */
  public DefinitionCheck(Connection connection, Server server) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    new BenchSchema(connection).createWithin(server);
  }

  /**
   * Why the server refuses a table, in its own words; empty if it does not.
   *
   * @param workload the name of the rows' workload
   * @throws UserError if the table is another than was asked for, or the server cannot be asked
   */
  public Optional<String> refusal(Variant variant, String workload, Indexes indexes)
      throws SQLException {
    if (variant.options(Map.of()).isEmpty() && !indexes.isOne()) {
      return Optional.empty();
    }
    Workload rows = workloads.computeIfAbsent(workload, name -> Workload.open(name, connection));
    if (!indexes.isOf(rows)) {
      return Optional.of(indexes.unlike(rows));
    }
    Savepoint before = connection.setSavepoint();
    try {
      BenchTable.create(connection, rows, variant, Indexes.NONE);
      return Optional.empty();
    } catch (UserError e) {
      return Optional.of(SqlDiagnosis.refusal(e).orElseThrow(() -> e));
    } finally {
      connection.rollback(before);
    }
  }

  /** Takes everything back. */
  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }
}
