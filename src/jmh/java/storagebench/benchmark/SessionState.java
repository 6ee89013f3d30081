package storagebench.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
import storagebench.profile.WatchedSession;
import storagebench.server.DriverWarmUp;
import storagebench.server.Target;
import storagebench.storage.Ingest;
import storagebench.workload.Batch;
import storagebench.workload.Digest;

/**
 * One session that inserts batches into the table of the trial. With N sessions, session i inserts
 * batches i, i + N, i + 2N and so on, so that an iteration's rows do not depend on which session is
 * faster. In a duel it has a session on each side, and both take the same batches.
 */
@State(Scope.Thread)
public abstract class SessionState {
  private TrialState trial;
  private final List<TableSession> tables = new ArrayList<>();
  private TableSession turn;
  private int sessions;
  private Digest prepared;
  private long taken;
  private BatchTimes times;

  /** Rows in a batch. */
  protected abstract int batchSize();

  /** The way into a table on its server, over a session of that. */
  protected abstract Ingest ingest(Connection session, TrialTable table) throws SQLException;

  /** Driver properties of the session. */
  protected Map<String, String> sessionProperties() {
    return Map.of();
  }

  @Setup(Level.Trial)
  public void open(TrialState trialState, BenchmarkParams params, ThreadParams thread)
      throws SQLException {
    trial = trialState;
    sessions = thread.getThreadCount();
    int iterations = params.getWarmup().getCount() + params.getMeasurement().getCount();
    for (TrialTable table : trial.tables()) {
      Connection connection = table.target().connect(sessionProperties());
      table.watched().sessions().add(WatchedSession.of(connection, this::staged));
      connection.setAutoCommit(false);
      DriverWarmUp.of(connection);
      Ingest ingest = ingest(connection, table);
      ingest.into(table.name());
      tables.add(new TableSession(table.target(), connection, ingest, thread.getThreadIndex()));
      turn = tables.get(tables.size() - 1);
      prepareAhead(table, iterations / trial.tables().size());
    }
  }

  /** The table that the prepared batch waits in, if it waits on the server. */
  protected Optional<String> staged() {
    return Optional.empty();
  }

  /** What can be made ready for the whole trial; by default nothing. */
  protected void prepareAhead(TrialTable table, int batches) throws SQLException {}

  @Setup(Level.Invocation)
  public void prepare() throws SQLException {
    turn = tables.get(trial.side());
    prepared = turn.ingest.prepare(batch(0));
    trial.prepared();
  }

  @TearDown(Level.Invocation)
  public void account() {
    if (taken != prepared.rows()) {
      throw new UserError(
          "the server took " + taken + " rows of a batch of " + prepared.rows() + " rows");
    }
    trial.inserted(prepared, times);
    turn.ingest.figures().forEach(f -> trial.figure(f.label(), f.value(), f.unit()));
    turn.nextBatch += sessions;
  }

  @TearDown(Level.Trial)
  public void close() throws SQLException {
    for (TableSession table : tables) {
      // A session whose segment processes were lost has new ones, without its settings.
      table.target.requireSettings(table.connection);
      table.ingest.close();
      table.connection.close();
    }
  }

  /** All that is measured: the statement and its commit. */
  public final long insertAndCommit() throws SQLException {
    long begun = System.nanoTime();
    taken = turn.ingest.insert();
    long executed = System.nanoTime();
    turn.connection.commit();
    times = new BatchTimes(begun, executed, System.nanoTime());
    return taken;
  }

  /** What the next insert will send. */
  public final Digest prepared() {
    return prepared;
  }

  /** The session's next batch but {@code ahead}. */
  final Batch batch(int ahead) {
    return Batch.numbered(turn.nextBatch + (long) ahead * sessions, batchSize());
  }

  /** The session's way into one of the trial's tables, and how far it has come. */
  private static final class TableSession {
    private final Target target;
    private final Connection connection;
    private final Ingest ingest;
    private long nextBatch;

    TableSession(Target target, Connection connection, Ingest ingest, long firstBatch) {
      this.target = target;
      this.connection = connection;
      this.ingest = ingest;
      this.nextBatch = firstBatch;
    }
  }
}
