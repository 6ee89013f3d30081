package storagebench.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import storagebench.UserError;
import storagebench.server.Target;
import storagebench.storage.BenchSchema;
import storagebench.storage.Workload;

/** Checks a server between trials, through the session that holds the lock on the schema. */
final class ServerCheck {
  private static final int ANSWER_SECONDS = 30;

  private final Target target;
  private final Connection connection;
  private final Optional<Settling> settling;
  private final List<Workload> workloads;

  /**
   * @param site the server and the session
   * @param settling waits until the server is quiet, if asked for
   * @param names of the workloads, whose rows have to stay the same
   */
  ServerCheck(MeasuredDatabase site, Optional<Settling> settling, Collection<String> names) {
    this.target = site.target();
    this.connection = site.connection();
    this.settling = settling;
    this.workloads = names.stream().map(name -> Workload.open(name, connection)).toList();
  }

  /**
   * Makes sure that the next trial can begin. Without its session the run has no lock either, even
   * if the server is there again.
   *
   * @return false if background work was still going on when the wait for its end was given up
   * @throws UserError if the server is lost
   */
  boolean beforeTrial() {
    if (!answers()) {
      target.requireAlive();
      throw new UserError("the server ended the run's session or is gone; see that it is up again");
    }
    return settling.map(Settling::await).orElse(true);
  }

  /**
   * Makes sure that a trial that ended got the rows that the run began with.
   *
   * @throws UserError if a workload has other rows now
   */
  void afterTrial() {
    workloads.forEach(workload -> workload.requireSame(connection));
  }

  /**
   * Tidies up what a failed trial left.
   *
   * @throws UserError if the server is lost, or a workload has other rows now
   */
  void afterFailure() {
    target.requireAlive();
    new BenchSchema(connection).dropTrials();
    afterTrial();
  }

  private boolean answers() {
    try {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
