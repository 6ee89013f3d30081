package storagebench.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PreferQueryMode;
import storagebench.UserError;

/**
 * A database server under test, and how to reach it. Closing it stops a server that the suite
 * started and leaves any other alone.
 *
 * <p>A fork of the run finds the server of its parent by {@link #handoff()}, which holds no secret:
 * what a fork needs of secrets it gets as its parent did, from the environment or the engine.
 */
public final class Target implements AutoCloseable {
  /**
   * Driver properties by which a statement goes to the server as psql would send it, in one
   * message. For the driver's usual way a cluster starts processes anew with every question that it
   * asks its segments, which costs an insert that is under way about a tenth of its time.
   */
  public static final Map<String, String> AS_PSQL =
      Map.of(PGProperty.PREFER_QUERY_MODE.getName(), PreferQueryMode.SIMPLE.value());

  private static final String APPLICATION = "storage_bench";
  private static final String CONNECT_SECONDS = "10";
  private static final SqlScript SESSION = SqlScript.named("session");

  private static final Map<String, PGProperty> LIBPQ =
      Map.of(
          "PGHOST", PGProperty.PG_HOST,
          "PGPORT", PGProperty.PG_PORT,
          "PGDATABASE", PGProperty.PG_DBNAME,
          "PGUSER", PGProperty.USER,
          "PGPASSWORD", PGProperty.PASSWORD,
          "PGSSLMODE", PGProperty.SSL_MODE);

  private final String description;
  private final String url;
  private final Properties login;
  private final String handoff;
  private final Optional<StartedServer> started;
  private final OwnSettings set;

  Target(
      String description,
      String url,
      Properties login,
      String handoff,
      Optional<StartedServer> started) {
    this(description, url, login, handoff, started, Map.of());
  }

  private Target(
      String description,
      String url,
      Properties login,
      String handoff,
      Optional<StartedServer> started,
      Map<String, String> settings) {
    this.description = description;
    this.url = url;
    this.login = login;
    this.handoff = handoff;
    this.started = started;
    this.set = new OwnSettings(settings);
  }

  /**
   * The same server with settings of their own for all sessions; either of the two is closed.
   *
   * @param values by the setting's name, set in this order
   */
  public Target with(Map<String, String> values) {
    return new Target(description, url, login, handoff, started, values);
  }

  /** The same server, for sessions that go by this name there. */
  Target named(String application) {
    Properties renamed = new Properties();
    renamed.putAll(login);
    renamed.setProperty(PGProperty.APPLICATION_NAME.getName(), application);
    return new Target(description, url, renamed, handoff, started, set.values());
  }

  /** What was found and how, in words for the user; without secrets. */
  public String description() {
    return description;
  }

  /** The value of {@link TargetFinder#HANDOFF} for the forks; empty where the environment does. */
  public String handoff() {
    return handoff;
  }

  /** What the suite knows of a server that it started; empty if it did not. */
  public Optional<StartedServer> started() {
    return started;
  }

  /**
   * Makes sure that a server which the suite started has not ended.
   *
   * @throws UserError with what became of it
   */
  public void requireAlive() {
    started
        .flatMap(server -> server.end().get())
        .ifPresent(
            what -> {
              throw new UserError(what);
            });
  }

  /** A new session that commits every statement. */
  public Connection connect() {
    return connect(Map.of());
  }

  /**
   * A new session that commits every statement.
   *
   * @param properties driver properties beyond the usual
   * @throws storagebench.UserError if the server cannot be reached or refuses
   */
  public Connection connect(Map<String, String> properties) {
    try {
      return open(properties);
    } catch (SQLException e) {
      requireAlive();
      throw SqlDiagnosis.explain("connect to the " + description, e);
    }
  }

  /** The variables by which libpq's programs reach the same server, the password among them. */
  public Map<String, String> libpqEnvironment() {
    Properties all = Driver.parseURL(url, login);
    Map<String, String> variables = new HashMap<>();
    LIBPQ.forEach(
        (variable, property) -> {
          String value = property.getOrDefault(all);
          if (value != null) {
            variables.put(variable, value);
          }
        });
    return variables;
  }

  Connection open(Map<String, String> properties) throws SQLException {
    Properties all = new Properties();
    all.setProperty(PGProperty.APPLICATION_NAME.getName(), APPLICATION);
    all.setProperty(PGProperty.CONNECT_TIMEOUT.getName(), CONNECT_SECONDS);
    all.putAll(login);
    all.putAll(properties);
    Connection session = DriverManager.getConnection(url, all);
    try {
      SESSION.execute(session, Map.of());
      set.apply(session, description);
      return session;
    } catch (SQLException | UserError e) {
      session.close();
      throw e;
    }
  }

  /**
   * Makes sure that the settings of {@link #with} are those of a session, on every segment.
   *
   * @throws UserError if the session has lost one, or never had it there
   */
  public void requireSettings(Connection session) {
    set.require(session, description);
  }

  /**
   * What a session has for each of these settings.
   *
   * @param names of settings; those that the server lacks are left out
   */
  public SortedMap<String, String> settings(Connection session, Set<String> names) {
    SortedMap<String, String> values = new TreeMap<>();
    try {
      for (String name : names) {
        String value = OwnSettings.read(session, name);
        if (value != null) {
          values.put(name, value);
        }
      }
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("read settings of the " + description, e);
    }
    return values;
  }

  @Override
  public void close() {
    started.ifPresent(server -> server.stop().run());
  }

  @Override
  public String toString() {
    return description;
  }
}
