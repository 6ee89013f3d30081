package storagebench.profile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import storagebench.server.SqlScript;

/**
 * A session whose batches are measured, as the server names it.
 *
 * @param pid its process on the server that it is connected to
 * @param clusterSession the number that its processes on all segments share; empty on plain
 *     PostgreSQL
 * @param staged name of the table that its prepared batch waits in; gives nothing where batches
 *     come from the client
 */
public record WatchedSession(
    int pid, Optional<Integer> clusterSession, Supplier<Optional<String>> staged) {

  /** Asks a session that inserts nothing. */
  static WatchedSession of(Connection session) throws SQLException {
    return of(session, Optional::empty);
  }

  /** Asks the session itself. */
  public static WatchedSession of(Connection session, Supplier<Optional<String>> staged)
      throws SQLException {
    String sql = SqlScript.named("profile/session").statement(Map.of());
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return new WatchedSession(
          row.getInt("pid"), Optional.ofNullable(row.getObject("session", Integer.class)), staged);
    }
  }
}
