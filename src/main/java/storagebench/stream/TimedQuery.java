package storagebench.stream;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import storagebench.server.SqlScript;
import storagebench.server.SqlState;

/**
 * Executes queries by the clock. The server stops one that takes longer than the limit, even if its
 * client is gone; no other statement of the session is limited once this is closed.
 */
final class TimedQuery implements AutoCloseable {
  private final Connection connection;
  private final Duration limit;

  /**
   * @param connection commits every statement; stays the caller's
   * @param limit for each query
   */
  TimedQuery(Connection connection, Duration limit) throws SQLException {
    this.connection = connection;
    this.limit = limit;
    SqlScript.named("stream/query_timeout")
        .execute(connection, Map.of("timeout", limit.toSeconds() + "s"));
  }

  /**
   * What a query gave.
   *
   * @param milliseconds from sending the query to its last row
   * @param rows what came back, a line each
   */
  record Result(double milliseconds, String rows) {}

  /**
   * Executes a query.
   *
   * @return empty if the server stopped it at the limit
   */
  Optional<Result> ask(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long begun = System.nanoTime();
      // The driver has read the last row when this returns.
      try (ResultSet rows = statement.executeQuery(sql)) {
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        return Optional.of(new Result(milliseconds, text(rows)));
      } catch (SQLException e) {
        boolean late = System.nanoTime() - begun >= limit.toNanos();
        if (SqlState.QUERY_CANCELED.equals(e.getSQLState()) && late) {
          return Optional.empty();
        }
        throw e;
      }
    }
  }

  private static String text(ResultSet rows) throws SQLException {
    List<String> lines = new ArrayList<>();
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      List<String> fields = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        fields.add(rows.getString(i));
      }
      lines.add(String.join("\t", fields));
    }
    return String.join("\n", lines);
  }

  @Override
  public void close() throws SQLException {
    SqlScript.named("stream/query_timeout_end").execute(connection, Map.of());
  }
}
