package storagebench.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says of itself.
 *
 * @param version the whole of version()
 * @param recovering whether it is a standby or still replaying its log
 * @param readOnly whether new transactions take no writes
 * @param sharesMachine whether the client that asked is on the server's machine, as far as their
 *     addresses tell
 * @param activeSessions other client sessions that are executing something
 * @param accessMethods the table access methods it has
 * @param compressors what it can compress append-optimized tables with; empty where unknown
 * @param segments the instances of a cluster; empty on plain PostgreSQL
 * @param settings the settings that matter to an insert, those the server has; where segments have
 *     another value, that too, by {@code NAME.segments} or {@code NAME.segment0} and so on
 */
public record Server(
    String version,
    boolean recovering,
    boolean readOnly,
    boolean sharesMachine,
    int activeSessions,
    Set<String> accessMethods,
    Set<String> compressors,
    List<Segment> segments,
    Map<String, String> settings) {

  private static final Pattern PRODUCT =
      Pattern.compile("\\(((?:Apache Cloudberry|Cloudberry Database|Greenplum Database) [^)]*)\\)");

  /** Asks the server. */
  public static Server read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Set<String> accessMethods = strings(statement, "server/access_methods");
      // A heap-only server has none of a cluster's catalogs, and asking would be an error.
      boolean cluster = isCluster(statement);
      Set<String> compressors = cluster ? strings(statement, "server/compressors") : Set.of();
      List<Segment> segments = cluster ? segments(statement) : List.of();
      Map<String, String> settings = settings(statement);
      settings.putAll(SegmentSettings.differing(connection, settings));
      try (ResultSet row = query(statement, "server/state")) {
        row.next();
        return new Server(
            row.getString("version"),
            row.getBoolean("recovering"),
            row.getBoolean("read_only"),
            row.getBoolean("shares_machine"),
            row.getInt("active_sessions"),
            accessMethods,
            compressors,
            segments,
            settings);
      }
    }
  }

  /** Whether the server of a session spreads rows over segments. */
  static boolean isCluster(Statement statement) throws SQLException {
    return !strings(statement, "server/cluster").isEmpty();
  }

  /** Product and build, such as {@code Apache Cloudberry 2.1.0-incubating build dev}. */
  public String product() {
    Matcher matcher = PRODUCT.matcher(version);
    if (matcher.find()) {
      return matcher.group(1);
    }
    return version.replaceFirst("^(PostgreSQL \\S+).*", "$1");
  }

  /** The version of PostgreSQL that it derives from, as in 120012; 0 where it does not say. */
  public int versionNumber() {
    return Integer.parseInt(settings.getOrDefault("server_version_num", "0"));
  }

  /** Whether rows are spread over segments. */
  public boolean cluster() {
    return !segments.isEmpty();
  }

  /** The segments that hold rows; none on plain PostgreSQL. */
  public List<Segment> primaries() {
    return segments.stream()
        .filter(s -> !s.coordinator() && s.role() == Segment.Role.PRIMARY)
        .toList();
  }

  /** The copies of segments that hold rows. */
  public List<Segment> mirrors() {
    return segments.stream()
        .filter(s -> !s.coordinator() && s.role() == Segment.Role.MIRROR)
        .toList();
  }

  /** Whether this is a debug build, which no measurement should be made on. */
  public boolean assertions() {
    return version.contains("assert") || "on".equals(settings.get("debug_assertions"));
  }

  private static ResultSet query(Statement statement, String script) throws SQLException {
    return statement.executeQuery(SqlScript.named(script).statement(Map.of()));
  }

  private static Set<String> strings(Statement statement, String script) throws SQLException {
    Set<String> strings = new TreeSet<>();
    try (ResultSet rows = query(statement, script)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }

  private static List<Segment> segments(Statement statement) throws SQLException {
    List<Segment> segments = new ArrayList<>();
    try (ResultSet rows = query(statement, "server/segments")) {
      while (rows.next()) {
        segments.add(
            new Segment(
                rows.getInt("content"),
                rows.getBoolean("is_primary") ? Segment.Role.PRIMARY : Segment.Role.MIRROR,
                rows.getBoolean("is_up"),
                rows.getString("hostname"),
                rows.getInt("port")));
      }
    }
    return segments;
  }

  private static Map<String, String> settings(Statement statement) throws SQLException {
    Map<String, String> settings = new TreeMap<>();
    try (ResultSet rows = query(statement, "server/settings")) {
      while (rows.next()) {
        settings.put(rows.getString("name"), rows.getString("setting"));
      }
    }
    return settings;
  }
}
