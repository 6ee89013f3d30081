package storagebench.profile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import storagebench.server.SqlScript;

/** The server's cumulative statistics. */
final class LateStatistics {
  /**
   * Twice PGSTAT_STAT_INTERVAL of pgstat.c: a session reports at most every half a second, and what
   * was reported is written for readers at most every half a second.
   */
  private static final long SETTLED_MILLIS = 1100;

  private LateStatistics() {}

  /** Waits until what sessions did before is in the views. */
  static void settle() {
    try {
      Thread.sleep(SETTLED_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The statistics views that the server's version lacks, by the names of the files in {@code
   * sql/profile/server/} that read them.
   */
  static Map<String, String> lacking(Connection connection) throws SQLException {
    Map<String, String> lacking = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(SqlScript.named("profile/server/views").statement(Map.of()))) {
      while (rows.next()) {
        if (!rows.getBoolean("present")) {
          lacking.put(rows.getString("name"), rows.getString("view"));
        }
      }
    }
    return lacking;
  }
}
