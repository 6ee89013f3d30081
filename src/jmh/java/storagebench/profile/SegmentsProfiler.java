package storagebench.profile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.ProfilerException;
import storagebench.UserError;
import storagebench.results.ProfilerMetric;
import storagebench.server.SqlScript;

/**
 * How the table under test lies on the segments at the end of the trial: rows and bytes of each,
 * the most by the mean, and the files that hold them where the format lists its files. Nothing of
 * it is taken while batches are inserted.
 */
public final class SegmentsProfiler extends TrialProfiler {
  private static final String ROWS = "rows";
  private static final String BYTES = "B";

  /** For JMH's list. */
  public SegmentsProfiler() {
    super("segments", "rows, bytes and files of the table on every segment, and their skew");
  }

  /** For a run. */
  public SegmentsProfiler(String options) throws ProfilerException {
    this();
    noOptions(options);
    probe(SegmentsProfiler::requireSegments);
  }

  private static void requireSegments(Connection connection)
      throws SQLException, ProfilerException {
    if (!Instances.isCluster(connection)) {
      throw new ProfilerException("-prof segments: plain PostgreSQL has no segments");
    }
  }

  @Override
  public TrialWatch another() {
    return new SegmentsProfiler();
  }

  @Override
  void report(Figures into) {}

  @Override
  public void closing() throws SQLException {
    distribution("rows", "segment_rows", "row_count", ROWS, ProfilerMetric.SEGMENTS_ROWS_SKEW);
    distribution("bytes", "segment_bytes", "bytes", BYTES, ProfilerMetric.SEGMENTS_BYTES_SKEW);
    TrialWatches.guard(name(), this::files);
  }

  private void distribution(String what, String script, String column, String unit, String skew)
      throws SQLException {
    Map<String, Double> shares = new TreeMap<>();
    new Instances(connection())
        .askSegments(
            script,
            trial().table().variables(),
            (segment, row) -> shares.put(segment, row.getDouble(column)));
    shares.forEach(
        (segment, share) -> figures().addOfTrial("segments." + segment + "." + what, share, unit));
    figures()
        .addOfTrial(
            skew, Skew.of(shares.values().stream().mapToDouble(d -> d).toArray()), "max/mean");
  }

  private void files() throws SQLException {
    String method = trial().variant().accessMethod();
    Map<String, String> variables = trial().table().variables();
    if (method.equals("heap")) {
      return;
    }
    try (Statement statement = connection().createStatement()) {
      boolean pax = method.equals("pax");
      requireUsable(statement, pax ? "pg_ext_aux" : "gp_toolkit");
      files(statement, method, pax ? Map.of("list", paxList(statement, variables)) : variables);
    }
  }

  private static void requireUsable(Statement statement, String schema) throws SQLException {
    String usable = SqlScript.named("server/schema_usable").statement(Map.of("schema", schema));
    try (ResultSet row = statement.executeQuery(usable)) {
      if (!row.next()) {
        throw new UserError(
            "the table's files cannot be listed: the user has no right to the schema "
                + schema
                + "; GRANT USAGE ON SCHEMA "
                + schema
                + " lets it");
      }
    }
  }

  private void files(Statement statement, String method, Map<String, String> variables)
      throws SQLException {
    try (ResultSet row = ask(statement, "files/" + method, variables)) {
      row.next();
      double files = row.getDouble("files");
      figures().addOfTrial(ProfilerMetric.SEGMENTS_FILES, files, "files");
      figures()
          .addOfTrial("segments.rows_per_file", row.getDouble("row_count") / files, "rows/file");
      figures().addOfTrial("segments.bytes_per_file", row.getDouble("bytes") / files, "B/file");
    }
  }

  private static String paxList(Statement statement, Map<String, String> variables)
      throws SQLException {
    try (ResultSet row = ask(statement, "files/pax_list", variables)) {
      row.next();
      return row.getString("list");
    }
  }

  private static ResultSet ask(Statement statement, String script, Map<String, String> variables)
      throws SQLException {
    return statement.executeQuery(SqlScript.named("profile/" + script).statement(variables));
  }
}
