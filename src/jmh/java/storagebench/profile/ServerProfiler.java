package storagebench.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.ProfilerException;
import storagebench.results.ProfilerMetric;
import storagebench.server.SqlScript;

/**
 * What the server's statistics views counted during the trial, warm-up batches included: background
 * writer, checkpointer, WAL, the table under test and its indexes. Only what changed is reported. A
 * view that the server's version lacks is left out with a warning.
 */
public final class ServerProfiler extends TrialProfiler {
  private static final List<String> VIEWS =
      List.of("bgwriter", "checkpointer", "wal", "table", "table_io", "index", "index_io");

  private static final String SEGMENTS = "segments";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Map<String, Double> before = Map.of();
  private List<String> views = List.of();

  /** For JMH's list. */
  public ServerProfiler() {
    super("server", "what the server's statistics views counted: writer, WAL, table, indexes");
  }

  /** For a run. */
  public ServerProfiler(String options) throws ProfilerException {
    this();
    noOptions(options);
    probe(connection -> {});
  }

  @Override
  public TrialWatch another() {
    return new ServerProfiler();
  }

  @Override
  public void opened(WatchedTrial trial) throws SQLException {
    super.opened(trial);
    List<String> wanted = new ArrayList<>(VIEWS);
    if (Instances.isCluster(connection())) {
      wanted.add(SEGMENTS);
    }
    LateStatistics.lacking(connection())
        .forEach(
            (name, view) -> {
              wanted.remove(name);
              ProfilerWarnings.tell(
                  "server: left out, as this version lacks it: " + name + " (" + view + ")");
            });
    views = wanted;
    LateStatistics.settle();
    before = counters();
  }

  @Override
  public void closing() throws SQLException {
    LateStatistics.settle();
    counters()
        .forEach(
            (counter, value) -> {
              double change = value - before.getOrDefault(counter, 0.0);
              if (change != 0) {
                figures().addOfTrial(ProfilerMetric.SERVER + counter, change, "count");
              }
            });
  }

  @Override
  void report(Figures into) {}

  /** By view and name. */
  private Map<String, Double> counters() throws SQLException {
    Map<String, String> variables = new HashMap<>(trial().table().variables());
    variables.put("relations", relations());
    Map<String, Double> counters = new TreeMap<>();
    for (String view : views) {
      try (Statement statement = connection().createStatement();
          ResultSet rows = ask(statement, view, variables)) {
        while (rows.next()) {
          add(view, rows.getString(1), counters);
        }
      }
    }
    return counters;
  }

  private String relations() throws SQLException {
    List<Long> relations = new ArrayList<>();
    try (Statement statement = connection().createStatement();
        ResultSet rows = ask(statement, "relations", trial().table().variables())) {
      while (rows.next()) {
        relations.add(rows.getLong("relation"));
      }
    }
    return WatchedTrial.array(relations);
  }

  private static ResultSet ask(Statement statement, String script, Map<String, String> variables)
      throws SQLException {
    return statement.executeQuery(SqlScript.named("profile/server/" + script).statement(variables));
  }

  /** Numbers of relations are names, not counts. */
  private static void add(String view, String json, Map<String, Double> counters) {
    try {
      JsonNode row = JSON.readTree(json);
      row.fieldNames()
          .forEachRemaining(
              name -> {
                if (row.get(name).isNumber() && !name.endsWith("relid")) {
                  counters.merge(view + "." + name, row.get(name).asDouble(), Double::sum);
                }
              });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the server's to_jsonb gave no JSON", e);
    }
  }
}
