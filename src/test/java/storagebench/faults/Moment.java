package storagebench.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.Pause;
import storagebench.fixture.TestDatabase;

/** What a run has to have come to when a fault strikes. */
enum Moment {
  FORK_IS_THERE {
    @Override
    boolean isNow(CommandLineRun run, Connection connection, Tables seen) {
      return !run.forks().isEmpty();
    }
  },
  TABLE_IS_THERE {
    @Override
    boolean isNow(CommandLineRun run, Connection connection, Tables seen) throws SQLException {
      return !run.forks().isEmpty() && !seen.now(connection).isEmpty();
    }
  },
  ROWS_ARE_THERE {
    @Override
    boolean isNow(CommandLineRun run, Connection connection, Tables seen) throws SQLException {
      return !run.forks().isEmpty() && seen.withRows(connection);
    }
  },
  TABLE_IS_DROPPED {
    @Override
    boolean isNow(CommandLineRun run, Connection connection, Tables seen) throws SQLException {
      boolean before = seen.any;
      return seen.now(connection).isEmpty() && before && !run.forks().isEmpty();
    }
  };

  private static final String TRIALS =
      "SELECT relname FROM pg_class WHERE relname LIKE 'trial\\_%' AND relkind = 'r'"
          + " AND relnamespace = 'storage_bench'::regnamespace";
  private static final String WITH_ROWS = TRIALS + " AND pg_relation_size(oid) > 0";
  private static final String SCHEMA = "SELECT 1 FROM pg_namespace WHERE nspname = 'storage_bench'";

  abstract boolean isNow(CommandLineRun run, Connection connection, Tables seen)
      throws SQLException;

  /**
   * Waits for it.
   *
   * @return false if the run ended before
   */
  boolean await(CommandLineRun run, TestDatabase database) throws SQLException {
    Tables seen = new Tables();
    try (Connection connection = database.connect()) {
      while (run.running()) {
        if (isNow(run, connection, seen)) {
          return true;
        }
        Pause.brief();
      }
    }
    return false;
  }

  /** The tables under test, and whether any was seen so far. */
  private static final class Tables {
    private boolean any;

    List<String> now(Connection connection) throws SQLException {
      List<String> tables = read(connection, TRIALS);
      any |= !tables.isEmpty();
      return tables;
    }

    boolean withRows(Connection connection) throws SQLException {
      return !read(connection, WITH_ROWS).isEmpty();
    }

    private static List<String> read(Connection connection, String query) throws SQLException {
      return TestDatabase.strings(connection, SCHEMA).isEmpty()
          ? List.of()
          : TestDatabase.strings(connection, query);
    }
  }
}
