package storagebench.server;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.postgresql.PGConnection;

/**
 * The settings of a session in its processes on the segments of a cluster. SET reaches the
 * processes that the session has; those that it starts later get only the settings that the server
 * passes on to new ones (GUC_GPDB_NEED_SYNC in its sources).
 */
final class SegmentSettings {
  private static final SqlScript SCRIPT = SqlScript.named("server/settings_segments");

  private SegmentSettings() {}

  /**
   * Where the segments have another value than the coordinator.
   *
   * @param coordinator values of the session, by the setting's name
   * @return the segments' values by {@code NAME.segments} where they all have the same, else by
   *     {@code NAME.segment0} and so on; empty on plain PostgreSQL
   */
  static SortedMap<String, String> differing(Connection session, Map<String, String> coordinator)
      throws SQLException {
    SortedMap<String, String> differing = new TreeMap<>();
    read(session, coordinator.keySet())
        .forEach(
            (name, values) -> {
              boolean alike = Set.copyOf(values.values()).size() == 1;
              values.forEach(
                  (segment, value) -> {
                    if (!value.equals(coordinator.get(name))) {
                      differing.put(name + (alike ? ".segments" : ".segment" + segment), value);
                    }
                  });
            });
    return differing;
  }

  /** By name and segment. */
  private static Map<String, Map<Integer, String>> read(Connection session, Set<String> names)
      throws SQLException {
    Map<String, Map<Integer, String>> values = new TreeMap<>();
    try (Statement statement = session.createStatement()) {
      if (!Server.isCluster(statement)) {
        return values;
      }
    }
    StringWriter csv = new StringWriter();
    String array = names.stream().collect(Collectors.joining(",", "{", "}"));
    try {
      session
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(SCRIPT.statement(Map.of("names", array)), csv);
      for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(csv.toString()))) {
        values
            .computeIfAbsent(row.get(1), name -> new TreeMap<>())
            .put(Integer.valueOf(row.get(0)), row.get(2));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }
}
