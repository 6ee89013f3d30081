package storagebench.profile;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.profile.ProfilerException;
import storagebench.results.Plan;
import storagebench.results.ProfilerMetric;
import storagebench.results.WholeFile;
import storagebench.server.SqlScript;

/**
 * The plan of the measured statement, by EXPLAIN (ANALYZE, VERBOSE), once a trial: after its end,
 * with the trial's own table and last batch, and rolled back. The plan itself is kept in {@code
 * explain.json}. Only {@code insertSelect} has one to show: what COPY sends is not planned, and the
 * external table of {@code gpfdist} ends with the measured session.
 */
public final class PlanProfiler extends TrialProfiler {
  private static final String MILLIS = "ms";
  private static final String BYTES = "B";

  private Optional<String> staged = Optional.empty();

  /** For JMH's list. */
  public PlanProfiler() {
    super("plan", "plan of insertSelect: time and memory of each slice, rows that moved");
  }

  /** For a run. */
  public PlanProfiler(String options) throws ProfilerException {
    this();
    noOptions(options);
    probe(connection -> {});
  }

  @Override
  public TrialWatch another() {
    return new PlanProfiler();
  }

  @Override
  public void afterBatch(BatchWindow window) {
    staged = trial().sessions().get(0).staged().get();
  }

  @Override
  public void dropping() throws SQLException {
    try {
      if (staged.isPresent()) {
        take(explain(staged.get()));
      } else {
        ProfilerWarnings.tell(
            "plan: batches come from the client here; only insertSelect has a plan to show: what"
                + " COPY sends is not planned, and gpfdist's external table ends with its session");
      }
    } finally {
      super.dropping();
    }
  }

  @Override
  void report(Figures into) {}

  private String explain(String from) throws SQLException {
    Map<String, String> variables = new HashMap<>(trial().table().variables());
    variables.put("staged", from);
    Connection connection = connection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(SqlScript.named("profile/plan").statement(variables))) {
      row.next();
      return row.getString(1);
    } finally {
      connection.rollback();
    }
  }

  private void take(String json) {
    trial()
        .file("explain.json")
        .ifPresent(file -> WholeFile.write(file, json.getBytes(StandardCharsets.UTF_8)));
    Plan plan = Plan.parse(json);
    figures().addOfTrial(ProfilerMetric.PLAN_PLANNING, plan.planningMillis(), MILLIS);
    figures().addOfTrial(ProfilerMetric.PLAN_EXECUTION, plan.executionMillis(), MILLIS);
    figures().addOfTrial(ProfilerMetric.PLAN_MOVED, plan.movedRows(), "rows");
    plan.orca().ifPresent(orca -> figures().addOfTrial("plan.orca", orca ? 1 : 0, "yes/no"));
    plan.sliceMillis()
        .forEach((slice, millis) -> figures().addOfTrial(label(slice, "time"), millis, MILLIS));
    plan.sliceBytes()
        .forEach((slice, bytes) -> figures().addOfTrial(label(slice, "memory"), bytes, BYTES));
    if (plan.movedRows() > 0) {
      ProfilerWarnings.tell(
          "plan: "
              + plan.motions()
              + " moves rows between segments in insertSelect, which measures that too; the staged"
              + " table should be distributed as the table under test");
    }
  }

  private static String label(int slice, String what) {
    return "plan.slice" + slice + "." + what;
  }
}
