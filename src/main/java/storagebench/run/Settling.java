package storagebench.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import storagebench.run.plan.Amounts;
import storagebench.run.plan.Time;
import storagebench.server.SqlDiagnosis;
import storagebench.server.SqlScript;

/**
 * Makes the server quiet before a trial, outside the clock: a CHECKPOINT, if the user may, then
 * waits until no autovacuum and no checkpoint is under way, or the limit is reached. What the user
 * may not do or see is told once.
 */
public final class Settling {
  private static final long POLL_MILLIS = 250;

  private final Connection connection;
  private final Duration limit;
  private final Time time;
  private final Consumer<String> notes;
  private Rights rights;

  /** What the user may do and see. */
  private record Rights(boolean checkpoint, boolean background) {}

  /**
   * @param connection commits every statement; stays the caller's
   * @param limit how long to wait at most
   * @param notes takes a line where the server is not quiet, or cannot be made or seen to be
   */
  public Settling(Connection connection, Duration limit, Time time, Consumer<String> notes) {
    this.connection = connection;
    this.limit = limit;
    this.time = time;
    this.notes = notes;
  }

  /**
   * Waits.
   *
   * @return whether the server is quiet, as far as the user may see
   */
  public boolean await() {
    try {
      Time.Watch watch = time.watch();
      if (rights().checkpoint()) {
        SqlScript.named("checkpoint").execute(connection, Map.of());
      }
      while (rights().background() && busy()) {
        if (watch.elapsed().compareTo(limit) > 0) {
          notes.accept("the server was still busy in the background after " + Amounts.text(limit));
          return false;
        }
        Thread.sleep(POLL_MILLIS);
      }
      return true;
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("wait until the server is quiet", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Rights rights() throws SQLException {
    if (rights == null) {
      try (Statement statement = connection.createStatement();
          ResultSet row = background(statement)) {
        row.next();
        rights = new Rights(row.getBoolean("may_checkpoint"), row.getBoolean("visible"));
      }
      if (!rights.checkpoint()) {
        notes.accept("the user may not CHECKPOINT, so --settle only waits");
      }
      if (!rights.background()) {
        notes.accept("the user may not see background work; GRANT pg_read_all_stats lets it");
      }
    }
    return rights;
  }

  private boolean busy() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = background(statement)) {
      row.next();
      return row.getInt("busy") > 0;
    }
  }

  private static ResultSet background(Statement statement) throws SQLException {
    return statement.executeQuery(SqlScript.named("server/background").statement(Map.of()));
  }
}
