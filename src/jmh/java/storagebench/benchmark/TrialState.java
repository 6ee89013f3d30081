package storagebench.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import storagebench.profile.TrialWatches;
import storagebench.profile.WatchedSession;
import storagebench.profile.WatchedTrial;
import storagebench.storage.Staging;
import storagebench.storage.TableUnderTest;
import storagebench.storage.Variant;
import storagebench.target.Target;
import storagebench.target.TargetFinder;
import storagebench.workload.CallStream;
import storagebench.workload.Digest;

/**
 * The table of one trial, shared by all its sessions: created with its indexes and preloaded rows
 * before the first batch; sized after every iteration; counted, checked and dropped at the end. A
 * trial whose rows are not those that were sent fails.
 */
@State(Scope.Benchmark)
public class TrialState {
  /**
   * What the last iteration did, on its way to {@link StorageProfiler}. JMH makes profilers and
   * states apart and shows them nothing of each other, so the way between is static.
   */
  private static final AtomicReference<IterationFacts> FACTS = new AtomicReference<>();

  /** Storage format of the table. */
  @Param public Variant variant;

  /** Whether the five indexes are there before the first batch. */
  @Param({"false", "true"})
  public boolean indexes;

  /** Rows in the table before the first batch. */
  @Param("0")
  public int preloadRows;

  private final CallStream stream = new CallStream(CallStream.DEFAULT_SEED);
  private final IterationClock clock = new IterationClock();
  private final List<IterationFacts.Figure> figures = new ArrayList<>();
  private Target target;
  private Connection connection;
  private TableUnderTest table;
  private Staging staging;
  private Digest sent;
  private int threads;
  private WatchedTrial watched;
  private WatchedBatches watchedBatches;

  /** What the last iteration did; null where no table is under test. Asking takes it away. */
  static IterationFacts takeFacts() {
    return FACTS.getAndSet(null);
  }

  @Setup(Level.Trial)
  public void create(BenchmarkParams params) throws SQLException {
    threads = params.getThreads();
    target = TargetFinder.inFork();
    connection = target.connect();
    staging = new Staging(connection, stream);
    table = TableUnderTest.create(connection, variant, indexes);
    sent = table.preload(stream, preloadRows);
    watched = new WatchedTrial(target, table, variant);
    watchedBatches = new WatchedBatches();
    TrialWatches.opened(watched);
  }

  @TearDown(Level.Iteration)
  public void measureTable() {
    FACTS.set(
        new IterationFacts(clock.read(threads), sent, table.footprint(), List.copyOf(figures)));
    clock.reset();
    figures.clear();
  }

  @TearDown(Level.Trial)
  public void verifyAndDrop() throws SQLException {
    try {
      TrialWatches.closing();
      table.verify(sent);
    } finally {
      TrialWatches.dropping();
      table.drop();
      connection.close();
      target.close();
    }
  }

  /** Adds a figure of a benchmark's own to what the iteration reports. */
  public synchronized void figure(String label, double value, String unit) {
    figures.add(new IterationFacts.Figure(label, value, unit));
  }

  Target target() {
    return target;
  }

  CallStream stream() {
    return stream;
  }

  Staging staging() {
    return staging;
  }

  TableUnderTest table() {
    return table;
  }

  /** Tells profilers which sessions to watch. */
  void join(WatchedSession session) {
    watched.sessions().add(session);
  }

  /** A session's batch is prepared; its clock starts next. */
  synchronized void prepared() {
    watchedBatches.begin();
  }

  synchronized void inserted(Digest batch, BatchTimes times) {
    watchedBatches.end(batch.rows(), times);
    sent = sent.plus(batch);
    clock.add(batch.rows(), times);
  }
}
