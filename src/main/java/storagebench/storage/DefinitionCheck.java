package storagebench.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import storagebench.UserError;
import storagebench.server.Server;
import storagebench.server.SqlDiagnosis;
import storagebench.server.SqlScript;

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
    if (variant.options(Map.of()).isEmpty() && !variant.isFile() && !indexes.isOne()) {
      return Optional.empty();
    }
    Workload rows = workloads.computeIfAbsent(workload, name -> Workload.open(name, connection));
    if (!indexes.isOf(rows)) {
      return Optional.of(indexes.unlike(rows));
    }
    Savepoint before = connection.setSavepoint();
    try {
      Set<String> others = relations();
      BenchTable table = BenchTable.create(connection, rows, variant, Indexes.NONE);
      if (variant.isFile()) {
        others.add(BenchSchema.NAME + "." + table.name());
        requireNone(relations(), others, variant);
        // Of no rows: the server says whether the columns are those of the workload.
        SqlScript.named("insert_select")
            .execute(
                connection, Map.of("table", table.name(), "staged", rows.table().get("template")));
      }
      return Optional.empty();
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("put rows of workload " + workload + " into " + variant, e);
    } catch (UserError e) {
      return Optional.of(SqlDiagnosis.refusal(e).orElseThrow(() -> e));
    } finally {
      connection.rollback(before);
    }
  }

  private Set<String> relations() throws SQLException {
    Set<String> relations = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SqlScript.named("relations").statement(Map.of()))) {
      while (row.next()) {
        relations.add(row.getString("relation"));
      }
    }
    return relations;
  }

  private static void requireNone(Set<String> made, Set<String> others, Variant variant) {
    made.removeAll(others);
    if (!made.isEmpty()) {
      throw new UserError(
          "the DDL of variant "
              + variant
              + " makes "
              + String.join(", ", made)
              + "; expected storage_bench.:\"table\" and nothing else");
    }
  }

  /** Takes everything back. */
  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }
}
