package storagebench.profile;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ScalarResult;
import storagebench.UserError;
import storagebench.results.Metric;
import storagebench.server.SqlDiagnosis;

/**
 * The profilers that watch the trial of this JVM. JMH makes profilers and states apart and shows
 * them nothing of each other, so the way between is static.
 */
public final class TrialWatches {
  /** By name, as JMH made them; they watch the first table. */
  private static final Map<String, TrialWatch> JOINED = new ConcurrentSkipListMap<>();

  /** Two in a duel. They stay until the next trial, for JMH asks last when all else is over. */
  private static final List<Table> TABLES = new CopyOnWriteArrayList<>();

  /** The table that took the last batch. */
  private static final AtomicReference<WatchedTrial> TURN = new AtomicReference<>();

  private static final AtomicBoolean OVER = new AtomicBoolean();

  private static final AtomicBoolean MEASURING = new AtomicBoolean();

  private static final AtomicBoolean RESTING = new AtomicBoolean();

  private TrialWatches() {}

  /** What may fail without harm to the measurement. */
  interface Step {
    void run() throws SQLException;
  }

  private interface Call {
    void on(TrialWatch watch) throws SQLException;
  }

  /** A table with its watches that could begin, by name. */
  private record Table(WatchedTrial trial, Map<String, TrialWatch> watches) {
    void each(Call call) {
      watches.values().forEach(watch -> guard(watch.name(), () -> call.on(watch)));
    }

    boolean hasTurn() {
      return trial == TURN.get();
    }
  }

  /** One of a name: JMH makes a profiler more than once, and asks before every iteration. */
  static void join(TrialWatch watch) {
    JOINED.putIfAbsent(watch.name(), watch);
  }

  /** Whether the batches that follow are measured ones and not for warm-up. */
  static void measuring(boolean measuring) {
    MEASURING.set(measuring);
  }

  static boolean measuring() {
    return MEASURING.get();
  }

  /** A table of the trial is there. Who cannot begin watches nothing. */
  public static void opened(WatchedTrial trial) {
    if (OVER.getAndSet(false)) {
      TABLES.clear();
    }
    boolean first = TABLES.isEmpty();
    Map<String, TrialWatch> watches = new TreeMap<>();
    for (TrialWatch joined : JOINED.values()) {
      TrialWatch watch = first ? joined : joined.another();
      if (guard(watch.name(), () -> watch.opened(trial))) {
        watches.put(watch.name(), watch);
      }
    }
    TABLES.add(new Table(trial, watches));
  }

  /** Whether to leave the next batches unwatched, to see what watching costs. */
  public static void rest(boolean rest) {
    RESTING.set(rest);
  }

  /** Whether the next batches are left unwatched. */
  static boolean resting() {
    return RESTING.get();
  }

  /** The clock of a batch for this table starts next. */
  public static void beforeBatch(WatchedTrial trial) {
    TURN.set(trial);
    for (Table table : TABLES) {
      table.each(table.hasTurn() && !resting() ? TrialWatch::beforeBatch : TrialWatch::rest);
    }
  }

  /** The clock has stopped. */
  public static void afterBatch(BatchWindow window) {
    if (!resting()) {
      TABLES.stream()
          .filter(Table::hasTurn)
          .forEach(table -> table.each(watch -> watch.afterBatch(window)));
    }
  }

  /** All batches are in. */
  public static void closing() {
    TABLES.forEach(table -> table.each(TrialWatch::closing));
  }

  /** The table is dropped next. */
  public static void dropping(WatchedTrial trial) {
    TABLES.stream()
        .filter(table -> table.trial() == trial)
        .forEach(table -> table.each(TrialWatch::dropping));
  }

  /** Nobody watches any more. */
  public static void over() {
    OVER.set(true);
    RESTING.set(false);
    JOINED.clear();
  }

  /**
   * What the watches of a name took since they were last asked. An iteration is of one table; what
   * was taken of the other's whole trial is marked, see {@link Metric#ofOtherSide}.
   */
  static Collection<ScalarResult> take(String name) {
    List<ScalarResult> taken = new ArrayList<>();
    for (Table table : TABLES) {
      TrialWatch watch = table.watches().get(name);
      if (watch != null && table.hasTurn()) {
        guard(name, () -> taken.addAll(watch.ofBatches()));
        taken.addAll(watch.ofTrial());
      } else if (watch != null) {
        watch.ofTrial().stream().map(TrialWatches::ofOtherSide).forEach(taken::add);
      }
    }
    return taken;
  }

  private static ScalarResult ofOtherSide(ScalarResult result) {
    return new ScalarResult(
        Metric.ofOtherSide(result.getLabel()),
        result.getScore(),
        result.getScoreUnit(),
        AggregationPolicy.MAX);
  }

  /**
   * Runs a step of a profiler; a failure is a warning.
   *
   * @return whether it went well
   */
  static boolean guard(String name, Step step) {
    try {
      step.run();
      return true;
    } catch (SQLException e) {
      ProfilerWarnings.tell(
          name + ": " + SqlDiagnosis.explain("take all its figures", e).getMessage());
    } catch (UserError e) {
      ProfilerWarnings.tell(name + ": " + e.getMessage());
    } catch (RuntimeException e) {
      ProfilerWarnings.tell(name + ": cannot take all its figures: " + e);
    }
    return false;
  }
}
