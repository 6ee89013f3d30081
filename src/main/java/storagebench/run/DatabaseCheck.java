package storagebench.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import storagebench.UserError;
import storagebench.server.Target;
import storagebench.storage.BenchSchema;

/** Checks a server between trials, through the session that holds the lock on the schema. */
final class DatabaseCheck implements ServerCheck {
  private static final int ANSWER_SECONDS = 30;

  private final Target target;
  private final Connection connection;
  private final BenchSchema schema;
  private final Optional<Settling> settling;

  /**
   * @param target where it is
   * @param connection the session with the lock; stays the caller's
   * @param settling waits until the server is quiet, if asked for
   */
  DatabaseCheck(Target target, Connection connection, Optional<Settling> settling) {
    this.target = target;
    this.connection = connection;
    this.schema = new BenchSchema(connection);
    this.settling = settling;
  }

  /** Without its session the run has no lock either, even if the server is there again. */
  @Override
  public boolean beforeTrial() {
    if (!answers()) {
      target.requireAlive();
      throw new UserError("the server ended the run's session or is gone; see that it is up again");
    }
    return settling.map(Settling::await).orElse(true);
  }

  @Override
  public void afterFailure() {
    target.requireAlive();
    schema.dropTrials();
  }

  private boolean answers() {
    try {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
