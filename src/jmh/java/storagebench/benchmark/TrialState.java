package storagebench.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import storagebench.profile.TrialWatches;
import storagebench.profile.WatchedTrial;
import storagebench.results.Metric;
import storagebench.server.TargetFinder;
import storagebench.storage.CallDetailRecords;
import storagebench.storage.Indexes;
import storagebench.storage.Ingest;
import storagebench.storage.Sides;
import storagebench.storage.TrialSide;
import storagebench.storage.Turns;
import storagebench.storage.Workload;
import storagebench.workload.Digest;

/**
 * The table of one trial, shared by all its sessions: created with its indexes and preloaded rows
 * before the first batch; sized after every iteration; counted, checked and dropped at the end. A
 * trial whose rows are not those that were sent fails. In a duel there are two, of a baseline and
 * of a candidate, which take the same batches in turns.
 */
@State(Scope.Benchmark)
public class TrialState extends VariantParameters {
  /**
   * What the last iteration did, on its way to {@link StorageProfiler}. JMH makes profilers and
   * states apart and shows them nothing of each other, so the way between is static.
   */
  private static final AtomicReference<IterationFacts> FACTS = new AtomicReference<>();

  /** Where the rows come from. */
  @Param(CallDetailRecords.NAME)
  public String workload;

  /** Indexes that are there before the first batch: none, all, or one by its columns. */
  @Param({"false", "true"})
  public String indexes;

  /** Rows in the table before the first batch. */
  @Param("0")
  public int preloadRows;

  private final IterationClock clock = new IterationClock();
  private final List<Ingest.Figure> figures = new ArrayList<>();
  private List<TrialTable> tables;
  private Optional<Turns> turns;
  private int turn = -1;
  private int threads;
  private WatchedBatches watched;

  /** What the last iteration did; null where no table is under test. Asking takes it away. */
  static IterationFacts takeFacts() {
    return FACTS.getAndSet(null);
  }

  @Setup(Level.Trial)
  public void create(BenchmarkParams params) throws SQLException {
    threads = params.getThreads();
    Optional<Sides> duel = Sides.inFork();
    turns = duel.flatMap(both -> Optional.ofNullable(both.turns()));
    TrialSide alone = new TrialSide(null, Map.of(), null, Map.of(), TargetFinder.handoffInFork());
    List<TrialSide> sides = duel.map(Sides::sides).orElse(List.of(alone));
    TrialTable[] made = new TrialTable[sides.size()];
    int first = turns.map(Turns::made).orElse(0);
    for (int i = 0; i < made.length; i++) {
      int next = (first + i) % made.length;
      made[next] =
          new TrialTable(
              turns.isPresent() ? WatchedTrial.prefix(next) : "",
              sides.get(next),
              variant,
              options(),
              workload,
              new Indexes(indexes),
              preloadRows);
    }
    tables = List.of(made);
    watched = new WatchedBatches(tables);
  }

  /** In a duel an iteration is a turn of one side. */
  @Setup(Level.Iteration)
  public void takeTurn() {
    turn++;
    if (turns.isPresent()) {
      figure(Metric.DUEL_SIDE.label(), side(), Metric.DUEL_SIDE.unit());
      figure(Metric.DUEL_PAIR.label(), Turns.pair(turn), Metric.DUEL_PAIR.unit());
    }
  }

  @TearDown(Level.Iteration)
  public void measureTable() {
    TrialTable table = tables.get(side());
    table.use().take().forEach((metric, value) -> figure(metric.label(), value, metric.unit()));
    FACTS.set(
        new IterationFacts(
            clock.read(threads), table.sent(), table.footprint(), List.copyOf(figures)));
    clock.reset();
    figures.clear();
  }

  @TearDown(Level.Trial)
  public void verifyAndDrop() throws SQLException {
    TrialWatches.closing();
    try {
      verifyAndDrop(tables.iterator());
    } finally {
      TrialWatches.over();
    }
  }

  /** The others are dropped even if one fails. */
  private static void verifyAndDrop(Iterator<TrialTable> left) throws SQLException {
    if (left.hasNext()) {
      try {
        left.next().verifyAndDrop();
      } finally {
        verifyAndDrop(left);
      }
    }
  }

  /** Where the rows come from. */
  public Workload rows() {
    return tables.get(0).staging().workload();
  }

  /** Adds a figure of a benchmark's own to what the iteration reports. */
  public synchronized void figure(String label, double value, String unit) {
    figures.add(new Ingest.Figure(label, value, unit));
  }

  /** The tables under test: one, or in a duel those of the baseline and the candidate. */
  List<TrialTable> tables() {
    return tables;
  }

  /** The table, by its number, that takes the batches of this iteration. */
  int side() {
    return turns.map(order -> order.side(turn)).orElse(0);
  }

  /** A session's batch is prepared; its clock starts next. */
  synchronized void prepared() {
    watched.begin(tables.get(side()));
  }

  synchronized void inserted(Digest batch, BatchTimes times) {
    TrialTable table = tables.get(side());
    watched.end(table, batch.rows(), times);
    table.inserted(batch);
    clock.add(batch.rows(), times);
  }
}
