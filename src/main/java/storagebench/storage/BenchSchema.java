package storagebench.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import storagebench.UserError;
import storagebench.server.Server;
import storagebench.server.SqlDiagnosis;
import storagebench.server.SqlScript;
import storagebench.server.SqlState;

/**
 * The schema {@code storage_bench}: everything the suite makes is in it, and nothing else is ever
 * touched. A comment on the schema marks it as the suite's own.
 */
public final class BenchSchema {
  /** Its name, as in the files of {@code sql/}. */
  public static final String NAME = "storage_bench";

  /** The names of all tables of streams begin with this. */
  public static final String STREAM_PREFIX = "stream_";

  private static final String MARK = "cloudberry-storage-benchmarks: made and dropped by the suite";

  private final Connection connection;

  /**
   * @param connection stays the caller's; commits every statement
   */
  public BenchSchema(Connection connection) {
    this.connection = connection;
  }

  /**
   * Makes the schema, unless it is there.
   *
   * @throws UserError if a schema of that name is somebody else's, or may not be made
   */
  public void create(Server server) {
    try {
      if (!owned()) {
        executeWhole(scripts(server));
      }
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("create the schema " + NAME, e);
    }
  }

  /** Makes the schema, unless it is there, within the transaction that is under way. */
  void createWithin(Server server) {
    try {
      if (!owned()) {
        for (String script : scripts(server)) {
          SqlScript.named(script).execute(connection, Map.of());
        }
      }
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("create the schema " + NAME, e);
    }
  }

  private static List<String> scripts(Server server) {
    return server.cluster() ? List.of("schema", "distribution") : List.of("schema");
  }

  /**
   * Keeps other runs out of the schema for as long as the connection lives.
   *
   * @throws UserError if another run is in it
   */
  public void lock() {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SqlScript.named("lock").statement(Map.of()))) {
      row.next();
      if (!row.getBoolean("locked")) {
        throw new UserError(
            "another run is using the schema " + NAME + " on this server; wait for its end");
      }
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("lock the schema " + NAME, e);
    }
  }

  /**
   * Ends the sessions of forks that outlived their killed run; without the lock they could be those
   * of a run at work.
   */
  public void endOrphans() {
    try {
      SqlScript.named("orphans").execute(connection, Map.of());
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("end the sessions of dead runs", e);
    }
  }

  /** Drops the tables under test that dead runs left; what is staged stays for the next run. */
  public List<String> dropTrials() {
    return drop(BenchTable.PREFIX);
  }

  /** Drops the tables and the journal of streams, those that could be resumed among them. */
  private List<String> dropStreams() {
    return drop(STREAM_PREFIX);
  }

  /** Drops the staged batches. The list of them is emptied first and stays. */
  public List<String> dropStaged() {
    try {
      SqlScript.named("staged/remove_all").execute(connection, Map.of());
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("forget the staged batches", e);
    }
    return drop(Staging.PREFIX);
  }

  /**
   * Drops everything the suite made, the schema included, if nothing else is in it.
   *
   * @return the names of what was dropped
   * @throws UserError if something else is in it; the schema is then ready for the next run
   */
  public List<String> clean() {
    try {
      if (!owned()) {
        return List.of();
      }
      List<String> dropped = new ArrayList<>(dropTrials());
      dropped.addAll(dropStreams());
      dropped.addAll(dropStaged());
      dropped.addAll(drop(ServerWorkload.TEMPLATE_PREFIX));
      executeWhole(List.of("drop_schema"));
      dropped.add(NAME);
      return dropped;
    } catch (SQLException e) {
      if (SqlState.DEPENDENT_OBJECTS_STILL_EXIST.equals(e.getSQLState())) {
        throw new UserError(
            "the schema " + NAME + " stays, others put something into it: " + inIt(e), e);
      }
      throw SqlDiagnosis.explain("clean the schema " + NAME, e);
    }
  }

  /** Executes all statements or none. */
  private void executeWhole(List<String> scripts) throws SQLException {
    connection.setAutoCommit(false);
    try {
      for (String script : scripts) {
        SqlScript.named(script).execute(connection, Map.of());
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** The server's list, "table a depends on schema b" a line. */
  private static String inIt(SQLException refusal) {
    ServerErrorMessage message =
        refusal instanceof PSQLException server ? server.getServerErrorMessage() : null;
    return message == null || message.getDetail() == null
        ? refusal.getMessage()
        : message.getDetail().lines().collect(Collectors.joining("; "));
  }

  private List<String> drop(String prefix) {
    try {
      List<String> names = tables(prefix);
      for (String name : names) {
        SqlScript.named("drop").execute(connection, Map.of("table", name));
      }
      return names;
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("drop tables of the schema " + NAME, e);
    }
  }

  private List<String> tables(String prefix) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(SqlScript.named("tables").statement(Map.of("prefix", prefix)))) {
      while (rows.next()) {
        names.add(rows.getString("relname"));
      }
      names.remove(Staging.LIST);
    }
    return names;
  }

  /** Whether the schema is there; an error if it is somebody else's. */
  private boolean owned() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(SqlScript.named("schema_mark").statement(Map.of()));
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return false;
      }
      if (!MARK.equals(row.getString("mark"))) {
        throw new UserError(
            "the schema "
                + NAME
                + " exists and is not the suite's own (its comment says otherwise); rename or drop"
                + " it, or name another database in CLOUDBERRY_URL");
      }
      return true;
    }
  }
}
