package storagebench.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import storagebench.UserError;

/**
 * Settings of their own that sessions have. One counts as set when every segment says so.
 *
 * @param values by the setting's name, set in this order
 */
record OwnSettings(Map<String, String> values) {
  private static final SqlScript SET = SqlScript.named("set");
  private static final SqlScript SETTING = SqlScript.named("server/setting");

  OwnSettings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Sets them.
   *
   * @param server what to call the server in messages
   * @throws UserError if the server has no such setting, refuses the value, or has another on a
   *     segment
   */
  void apply(Connection session, String server) {
    values.forEach(
        (name, value) -> {
          try {
            if (read(session, name) == null) {
              // SET would take any name that has a dot, and it would do nothing.
              throw new UserError("the " + server + " has no setting '" + name + "'");
            }
            SET.execute(session, Map.of("name", name, "value", value));
          } catch (SQLException e) {
            throw SqlDiagnosis.explain("set " + name + " on the " + server, e);
          }
        });
    require(session, server);
  }

  /**
   * Makes sure that the session's processes on all segments have them.
   *
   * @throws UserError if one does not
   */
  void require(Connection session, String server) {
    if (values.isEmpty()) {
      return;
    }
    try {
      Map<String, String> coordinator = new LinkedHashMap<>();
      for (String name : values.keySet()) {
        coordinator.put(name, read(session, name));
      }
      Map<String, String> differing = SegmentSettings.differing(session, coordinator);
      if (!differing.isEmpty()) {
        throw new UserError(
            "the settings of a session do not hold on the segments of the "
                + server
                + ": "
                + differing
                + " there, but "
                + coordinator
                + " was set; ALTER DATABASE ... SET or gpconfig gives it to all processes");
      }
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("read settings from the segments of the " + server, e);
    }
  }

  /** A setting of a session; null if the server has none of that name. */
  static String read(Connection session, String name) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(SETTING.statement(Map.of("name", name)))) {
      row.next();
      return row.getString("setting");
    }
  }
}
