package storagebench.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.TestDatabase;

/** Holds a batch in its middle, by a trigger: some of its rows are written, none is committed. */
final class HeldBatch {
  private static final String HOLD =
      "CREATE OR REPLACE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql"
          + " AS 'BEGIN PERFORM pg_sleep(3600); RETURN NULL; END'";
  private static final String FREE_TABLES =
      "SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
          + " WHERE nspname = 'storage_bench' AND relname LIKE 'trial\\_%' AND relkind = 'r'"
          + " AND NOT relhastriggers";
  private static final String HELD =
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
          + " AND application_name = 'storage_bench trial' AND wait_event = 'PgSleep'";
  private static final String NO_SUCH_TABLE = "42P01";

  private HeldBatch() {}

  /**
   * Waits for the next batch and holds it.
   *
   * @return the pid of its backend
   */
  static long await(CommandLineRun run, TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(HOLD);
      while (run.running()) {
        List<String> held = TestDatabase.strings(connection, HELD);
        if (!held.isEmpty()) {
          return Long.parseLong(held.get(0));
        }
        for (String table : TestDatabase.strings(connection, FREE_TABLES)) {
          holdBatchesOf(table, statement);
        }
      }
    }
    throw new AssertionError("the run ended before a batch could be held");
  }

  private static void holdBatchesOf(String table, Statement statement) throws SQLException {
    try {
      statement.execute(
          "CREATE TRIGGER hold AFTER INSERT ON " + table + " EXECUTE FUNCTION hold()");
    } catch (SQLException e) {
      if (!NO_SUCH_TABLE.equals(e.getSQLState())) {
        throw e;
      }
      // Its trial was over; the next one has another.
    }
  }
}
