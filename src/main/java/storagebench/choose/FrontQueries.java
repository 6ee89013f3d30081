package storagebench.choose;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import storagebench.Console;
import storagebench.Count;
import storagebench.UserError;
import storagebench.query.TimedQueries;
import storagebench.query.UserQueries;
import storagebench.run.Epilogue;
import storagebench.run.MeasuredDatabase;
import storagebench.run.RunOutcome;
import storagebench.run.plan.PlannedCell;
import storagebench.server.SqlDiagnosis;
import storagebench.server.Target;
import storagebench.storage.Workload;

/** Asks the user's queries of the tables on the fronts, once the races are over. */
public final class FrontQueries implements Epilogue {
  private final UserQueries queries;
  private final Duration limit;
  private final long seed;
  private final Supplier<RaceGoal> goal;
  private final Console console;
  private final Map<String, Workload> workloads = new LinkedHashMap<>();
  private final Map<String, QueryTimes> readings = new LinkedHashMap<>();
  private Optional<String> failure = Optional.empty();

  /**
   * @param limit after which the server stops a query
   * @param seed of the order
   * @param goal the races, once there are some
   */
  public FrontQueries(
      UserQueries queries, Duration limit, long seed, Supplier<RaceGoal> goal, Console console) {
    this.queries = queries;
    this.limit = limit;
    this.seed = seed;
    this.goal = goal;
    this.console = console;
  }

  @Override
  public Set<String> files() {
    return Set.of(queries.file());
  }

  @Override
  public void check(MeasuredDatabase site, Collection<PlannedCell> cells) {
    try (Connection connection = site.target().connect()) {
      UserQueries.lookInSchema(connection);
      for (String name : PlannedCell.workloads(cells)) {
        workloads.put(name, Workload.open(name, connection));
        queries.check(connection, workloads.get(name).table().get("template"));
      }
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("check the queries of " + queries.file(), e);
    }
  }

  /** What was chosen stands, even if it cannot be asked. */
  @Override
  public void run(MeasuredDatabase site, RunOutcome outcome, Consumer<String> notes) {
    try {
      ask(site, outcome);
    } catch (UserError e) {
      failure = Optional.of(e.getMessage());
      notes.accept("Error: " + e.getMessage());
    }
  }

  private void ask(MeasuredDatabase site, RunOutcome outcome) {
    try (Connection connection = site.target().connect(Target.AS_PSQL)) {
      UserQueries.lookInSchema(connection);
      workloads.values().forEach(workload -> workload.requireSame(connection));
      for (FinishedRace race : goal.get().choices(outcome.failed(), OptionalDouble.empty()).all()) {
        readings.put(race.name(), ask(race, connection, outcome));
      }
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("ask " + queries.file(), e);
    }
  }

  private QueryTimes ask(FinishedRace race, Connection connection, RunOutcome outcome)
      throws SQLException {
    List<Contender> front = race.front().points().stream().map(Front.Point::contender).toList();
    console.line(
        "Asking %s of %s, %d times each; the server stops what takes longer than %d s"
            .formatted(
                Count.of(queries.texts().size(), "query"),
                Count.of(front.size(), "table"),
                TimedQueries.REPEATS,
                limit.toSeconds()));
    Workload workload = workloads.get(race.cells().cell(front.get(0)).workload());
    try (FrontTables tables = new FrontTables(connection, workload)) {
      for (Contender contender : front) {
        PlannedCell cell = race.cells().cell(contender);
        tables.add(contender, cell, goal.get().rows(cell));
      }
      return new FrontRounds(queries, tables.all(), limit, outcome.folder())
          .ask(connection, new Random(seed));
    }
  }

  /** What came of it, by the name of the race. */
  public Map<String, QueryTimes> readings() {
    return readings;
  }

  /** Why not all could be asked, if so. */
  public Optional<String> failure() {
    return failure;
  }
}
