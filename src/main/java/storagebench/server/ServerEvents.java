package storagebench.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One question to the server whose answer is events with their numbers, such as {@code checkpoint
 * 19}. What is new since it was last asked is told.
 */
final class ServerEvents {
  private final SqlScript script;
  private Map<String, Long> before;

  /**
   * @param script gives rows of event and count
   */
  ServerEvents(SqlScript script) {
    this.script = script;
  }

  /**
   * Asks.
   *
   * @return a line for every event whose count rose, or that was not there before; none when first
   *     asked
   */
  List<String> news(Connection connection) throws SQLException {
    Map<String, Long> now = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(script.statement(Map.of()))) {
      while (rows.next()) {
        now.put(rows.getString("event"), rows.getLong("count"));
      }
    }
    List<String> news = new ArrayList<>();
    if (before != null) {
      now.forEach((event, count) -> tell(event, count - before.getOrDefault(event, 0L), news));
    }
    before = now;
    return news;
  }

  private static void tell(String event, long more, List<String> news) {
    if (more > 0) {
      news.add(more == 1 ? event : more + " times " + event);
    }
  }
}
