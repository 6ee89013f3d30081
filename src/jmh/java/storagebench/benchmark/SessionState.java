package storagebench.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;
import storagebench.UserError;
import storagebench.ingest.Ingest;
import storagebench.profile.TrialWatches;
import storagebench.profile.WatchedSession;
import storagebench.workload.Batch;
import storagebench.workload.Digest;

/**
 * One session that inserts batches into the table of the trial. With N sessions, session i inserts
 * batches i, i + N, i + 2N and so on, so that an iteration's rows do not depend on which session is
 * faster.
 */
@State(Scope.Thread)
public abstract class SessionState {
  private TrialState trial;
  private Connection connection;
  private Ingest ingest;
  private long nextBatch;
  private int sessions;
  private Digest prepared;
  private long taken;
  private BatchTimes times;

  /** Rows in a batch. */
  protected abstract int batchSize();

  /** The way in, over the session. */
  protected abstract Ingest ingest(Connection session, TrialState trial) throws SQLException;

  /** Driver properties of the session. */
  protected Map<String, String> sessionProperties() {
    return Map.of();
  }

  @Setup(Level.Trial)
  public void open(TrialState trialState, BenchmarkParams params, ThreadParams thread)
      throws SQLException {
    trial = trialState;
    sessions = thread.getThreadCount();
    nextBatch = thread.getThreadIndex();
    connection = trial.target().connect(sessionProperties());
    if (TrialWatches.any()) {
      trial.join(WatchedSession.of(connection, this::staged));
    }
    connection.setAutoCommit(false);
    ingest = ingest(connection, trial);
    prepareAhead(params.getWarmup().getCount() + params.getMeasurement().getCount());
  }

  /** The table that the prepared batch waits in, if it waits on the server. */
  protected Optional<String> staged() {
    return Optional.empty();
  }

  /** What can be made ready for the whole trial; by default nothing. */
  protected void prepareAhead(int batches) throws SQLException {}

  @Setup(Level.Invocation)
  public void prepare() throws SQLException {
    prepared = ingest.prepare(batch(0));
    trial.prepared();
  }

  @TearDown(Level.Invocation)
  public void account() {
    if (taken != prepared.rows()) {
      throw new UserError(
          "the server took " + taken + " rows of a batch of " + prepared.rows() + " rows");
    }
    trial.inserted(prepared, times);
    nextBatch += sessions;
  }

  @TearDown(Level.Trial)
  public void close() throws SQLException {
    connection.close();
  }

  /** All that is measured: the statement and its commit. */
  public final long insertAndCommit() throws SQLException {
    long begun = System.nanoTime();
    taken = ingest.insert();
    long executed = System.nanoTime();
    connection.commit();
    times = new BatchTimes(begun, executed, System.nanoTime());
    return taken;
  }

  /** What the next insert will send. */
  public final Digest prepared() {
    return prepared;
  }

  /** The session's next batch but {@code ahead}. */
  final Batch batch(int ahead) {
    return Batch.numbered(nextBatch + (long) ahead * sessions, batchSize());
  }
}
