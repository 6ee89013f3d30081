package storagebench.profile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import storagebench.server.SqlScript;

/**
 * The instances of a server: a cluster's coordinator and segments, or the one of plain PostgreSQL.
 * A query about each comes in two files: {@code x.sql} for the instance that one is connected to,
 * and {@code x_segments.sql} for all segments, with the column {@code content}.
 */
final class Instances {
  static final String COORDINATOR = "coordinator";

  /** The only instance of plain PostgreSQL. */
  static final String SERVER = "server";

  private final Connection connection;
  private final boolean cluster;

  /** Asks over this connection, which stays the caller's. */
  Instances(Connection connection) throws SQLException {
    this.connection = connection;
    this.cluster = isCluster(connection);
  }

  /** Takes what one instance answered. */
  interface Answer {
    void take(String instance, ResultSet row) throws SQLException;
  }

  static boolean isCluster(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(SqlScript.named("server/cluster").statement(Map.of()))) {
      return rows.next();
    }
  }

  static String segment(int content) {
    return String.format(Locale.ROOT, "segment%d", content);
  }

  /** Whether there are segments. */
  boolean cluster() {
    return cluster;
  }

  /** The instance that one is connected to. */
  String here() {
    return cluster ? COORDINATOR : SERVER;
  }

  /** Asks every instance; a script without variables. */
  void ask(String script, Answer answer) throws SQLException {
    ask(script, Map.of(), answer);
  }

  /** Asks every instance. */
  void ask(String script, Map<String, String> variables, Answer answer) throws SQLException {
    each(script, variables, answer);
    if (cluster) {
      askSegments(script + "_segments", variables, answer);
    }
  }

  /** Asks every segment. */
  void askSegments(String script, Map<String, String> variables, Answer answer)
      throws SQLException {
    each(script, variables, (here, row) -> answer.take(segment(row.getInt("content")), row));
  }

  private void each(String script, Map<String, String> variables, Answer answer)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(SqlScript.named("profile/" + script).statement(variables))) {
      while (rows.next()) {
        answer.take(here(), rows);
      }
    }
  }
}
