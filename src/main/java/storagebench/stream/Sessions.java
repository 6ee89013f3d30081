package storagebench.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import storagebench.UserError;
import storagebench.server.DriverWarmUp;
import storagebench.server.SqlScript;
import storagebench.server.Target;
import storagebench.server.TargetFinder;
import storagebench.storage.BenchSchema;

/**
 * The two sessions of a stream: one inserts and is measured; the other does all that is aside of
 * that and keeps other runs out of the schema for as long as it lives.
 */
final class Sessions implements AutoCloseable {
  private static final long PAUSE_MILLIS = 200;

  private final Connection aside;
  private final Connection inserting;
  private final PreparedStatement clock;

  private Sessions(Target target, Connection aside) throws SQLException {
    this.aside = aside;
    Map<String, String> properties = new HashMap<>(Target.AS_PSQL);
    properties.put(PGProperty.APPLICATION_NAME.getName(), TargetFinder.FORK);
    this.inserting = target.connect(properties);
    SqlScript.named("stream/session").execute(inserting, Map.of());
    inserting.setAutoCommit(false);
    DriverWarmUp.of(inserting);
    clock = aside.prepareStatement(SqlScript.named("stream/server_clock").statement(Map.of()));
    clock.setInt(1, inserting.unwrap(PGConnection.class).getBackendPID());
  }

  /**
   * Opens them.
   *
   * @param patience how long to wait for a server that does not answer, or for the session of a
   *     dead client to end; none to be told at once
   * @throws UserError if the time is over
   */
  static Sessions open(Target target, Duration patience) throws SQLException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return lockAndOpen(target);
      } catch (UserError notYet) {
        target.requireAlive();
        if (System.nanoTime() > end) {
          throw notYet;
        }
        pause();
      }
    }
  }

  private static Sessions lockAndOpen(Target target) throws SQLException {
    Connection aside = target.connect();
    try {
      BenchSchema schema = new BenchSchema(aside);
      schema.lock();
      // What a dead client's session is still inserting must not be waited for.
      schema.endOrphans();
      return new Sessions(target, aside);
    } catch (SQLException | UserError e) {
      aside.close();
      throw e;
    }
  }

  /** Commits every statement. */
  Connection aside() {
    return aside;
  }

  /** The measured one; the caller commits. */
  Connection inserting() {
    return inserting;
  }

  /**
   * How long the last statement of the inserting session took by the server's own clock, in
   * milliseconds; NaN if the server does not say.
   */
  double serverMillis() throws SQLException {
    try (ResultSet row = clock.executeQuery()) {
      if (!row.next()) {
        return Double.NaN;
      }
      double millis = row.getLong("microseconds") / 1000.0;
      return row.wasNull() ? Double.NaN : millis;
    }
  }

  @Override
  public void close() throws SQLException {
    try (aside) {
      inserting.close();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted while waiting for the server", e);
    }
  }
}
