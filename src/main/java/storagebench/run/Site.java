package storagebench.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import storagebench.UserError;
import storagebench.storage.BenchSchema;
import storagebench.target.Server;
import storagebench.target.SqlDiagnosis;
import storagebench.target.Target;

/**
 * The server that a run measures, and the session by which the run holds the schema.
 *
 * @param target how it was found
 * @param server what it said of itself
 * @param connection the session with the lock; stays the caller's
 */
record Site(Target target, Server server, Connection connection) {
  /**
   * Looks at the server, without changing anything.
   *
   * @throws UserError if it cannot be measured
   */
  static Site of(Target target, Connection connection) {
    try {
      Server server = Server.read(connection);
      Preflight.check(server, connection);
      return new Site(target, server, connection);
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("read from the " + target, e);
    }
  }

  /**
   * Takes the schema for this run, and removes what dead runs left in it.
   *
   * @throws UserError if another run has it
   */
  void take() {
    BenchSchema schema = new BenchSchema(connection);
    schema.create(server);
    schema.lock();
    schema.endOrphans();
    schema.dropTrials();
  }

  byte[] fingerprint(List<String> command, long order) {
    return Fingerprint.of(command, order, target.description(), server).json();
  }

  /** Whether the suite itself started it. */
  boolean startedBySuite() {
    return !target.handoff().isEmpty();
  }

  /** What happens on it between trials, by the plan. */
  Ground ground(RunPlan plan, Time time, Consumer<String> notes) {
    return new ServerGround(
        connection, plan.settle().map(limit -> new Settling(connection, limit, time, notes)));
  }

  /** Begins to watch it, in a session of its own. */
  ServerWatch watch(RunPlan plan, Consumer<String> events) {
    return ServerWatch.begin(target.connect(), server.cluster(), plan.settle().isPresent(), events);
  }
}
