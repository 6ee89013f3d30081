package storagebench.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import storagebench.UserError;
import storagebench.results.Fingerprint;
import storagebench.run.folder.RunFingerprint;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Selection;
import storagebench.server.Preflight;
import storagebench.server.Server;
import storagebench.server.ServerWatch;
import storagebench.server.SqlDiagnosis;
import storagebench.server.SqlScript;
import storagebench.server.Target;
import storagebench.storage.BenchSchema;
import storagebench.storage.DefinitionCheck;
import storagebench.storage.Staging;
import storagebench.storage.Variant;
import storagebench.storage.Workload;

/**
 * The database that a run measures, and the session by which the run holds the schema.
 *
 * @param target how it was found
 * @param server what it said of itself
 * @param connection the session with the lock; stays the caller's
 * @param instance what tells the server from all others, whatever address led there
 * @param database what tells the database from all others
 */
public record MeasuredDatabase(
    Target target, Server server, Connection connection, String instance, String database) {
  /**
   * Looks at the server, without changing anything.
   *
   * @throws UserError if it cannot be measured
   */
  public static MeasuredDatabase of(Target target, Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet here =
            statement.executeQuery(SqlScript.named("server/database").statement(Map.of()))) {
      here.next();
      Server server = Server.read(connection);
      Preflight.check(server, connection);
      return new MeasuredDatabase(
          target, server, connection, here.getString("server"), here.getString("database"));
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("read from the " + target, e);
    }
  }

  /**
   * Takes the schema for this run, and removes what dead runs left in it.
   *
   * @throws UserError if another run has it
   */
  public void take() {
    BenchSchema schema = new BenchSchema(connection);
    schema.create(server);
    schema.lock();
    schema.endOrphans();
    schema.dropTrials();
  }

  /**
   * What a run on it will be compared by.
   *
   * @param command what was asked for
   * @param order the seed of the trials' order
   * @param cells what is measured
   */
  public Fingerprint fingerprint(List<String> command, long order, List<PlannedCell> cells) {
    return RunFingerprint.of(
        command,
        order,
        target,
        server,
        workloads(PlannedCell.workloads(cells)),
        Map.of(),
        cells.stream().flatMap(c -> c.variant().stream()).filter(Variant::isFile).toList());
  }

  /**
   * What is known of workloads, those of the user's read once for it.
   *
   * @param names of those that are measured
   */
  public Map<String, Object> workloads(Collection<String> names) {
    Map<String, Object> facts = new TreeMap<>();
    for (String name : names) {
      Workload workload = Workload.open(name, connection);
      facts.putAll(workload.fingerprint(new Staging(connection, workload)));
    }
    return facts;
  }

  /**
   * Variables of the DDL of tables for workloads, by workload; see {@link Workload#table}.
   *
   * @param names of the workloads
   */
  public Map<String, Map<String, String>> tables(Collection<String> names) {
    Map<String, Map<String, String>> tables = new TreeMap<>();
    names.forEach(name -> tables.put(name, Workload.open(name, connection).table()));
    return tables;
  }

  /**
   * The cells of a selection that it can store; see {@link Selection#storable}.
   *
   * @param notices takes a line about what is left out
   */
  public Selection storable(Selection selection, Consumer<String> notices) {
    try (Connection asPsql = target.connect(Target.AS_PSQL);
        DefinitionCheck check = new DefinitionCheck(asPsql, server)) {
      Selection storable = selection.storable(server, cell -> refusal(check, cell), notices);
      if (storable.cells().isEmpty()) {
        throw new UserError(
            "this server supports none of the selected variants; 'target' shows why");
      }
      return storable;
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("read from the " + target, e);
    }
  }

  /**
   * Why it refuses the table of a cell; empty if it does not.
   *
   * @param check asks it
   */
  private static Optional<String> refusal(DefinitionCheck check, PlannedCell cell) {
    try {
      return check.refusal(cell.variant().orElseThrow(), cell.workload(), cell.indexes());
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("try the table of " + cell, e);
    }
  }

  /** Whether the suite itself started it. */
  public boolean startedBySuite() {
    return target.started().isPresent();
  }

  /** What would spoil a measurement on it. */
  public List<String> warnings() {
    return Preflight.warnings(server, target.started());
  }

  /** Whether both are in the same database. */
  public boolean sharesDatabaseWith(MeasuredDatabase other) {
    return database.equals(other.database);
  }

  /** Whether both are on the same server, be it in different databases. */
  public boolean sharesServerWith(MeasuredDatabase other) {
    return instance.equals(other.instance);
  }

  /**
   * Begins to watch it, in a session of its own.
   *
   * @param ownCheckpoints whether the run makes checkpoints itself, which are no news
   * @param notes takes a line for each event, from another thread
   */
  public ServerWatch watch(boolean ownCheckpoints, Consumer<String> notes) {
    return ServerWatch.begin(
        () -> target.connect(Target.AS_PSQL),
        server.cluster(),
        ownCheckpoints,
        event -> notes.accept("server: " + event));
  }
}
