package storagebench.profile;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import storagebench.UserError;
import storagebench.server.SqlDiagnosis;

/**
 * The profilers that watch the trial of this JVM. JMH makes profilers and states apart and shows
 * them nothing of each other, so the way between is static.
 */
public final class TrialWatches {
  private static final Map<String, TrialWatch> WATCHES = new ConcurrentSkipListMap<>();

  private static final AtomicReference<WatchedTrial> WATCHED = new AtomicReference<>();

  private static final AtomicBoolean RESTING = new AtomicBoolean();

  private TrialWatches() {}

  /** What may fail without harm to the measurement. */
  interface Step {
    void run() throws SQLException;
  }

  private interface Call {
    void on(TrialWatch watch) throws SQLException;
  }

  /** One of a name: JMH makes a profiler more than once, and asks before every iteration. */
  static void join(TrialWatch watch) {
    WATCHES.putIfAbsent(watch.name(), watch);
  }

  /** The table of the trial is there. Who cannot begin watches nothing. */
  public static void opened(WatchedTrial trial) {
    WATCHED.set(trial);
    for (TrialWatch watch : WATCHES.values()) {
      if (!guard(watch.name(), () -> watch.opened(trial))) {
        WATCHES.put(watch.name(), watch::name);
      }
    }
  }

  /** Whether to leave the next batches unwatched, to see what watching costs. */
  public static void rest(boolean rest) {
    RESTING.set(rest);
  }

  /** The clock starts next. */
  public static void beforeBatch() {
    each(RESTING.get() ? TrialWatch::rest : TrialWatch::beforeBatch);
  }

  /** The clock has stopped. */
  public static void afterBatch(BatchWindow window) {
    if (!RESTING.get()) {
      each(watch -> watch.afterBatch(window));
    }
  }

  /** All batches are in. */
  public static void closing() {
    each(TrialWatch::closing);
  }

  /** The table is dropped next. */
  public static void dropping(WatchedTrial trial) {
    if (trial.equals(WATCHED.get())) {
      each(TrialWatch::dropping);
    }
  }

  /** Nobody watches any more. */
  public static void over() {
    WATCHED.set(null);
    RESTING.set(false);
    WATCHES.clear();
  }

  /** Nobody shall watch this trial. */
  public static void refuse(String why) {
    for (String name : WATCHES.keySet()) {
      ProfilerWarnings.tell(name + ": " + why);
      WATCHES.put(name, () -> name);
    }
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

  private static void each(Call call) {
    WATCHES.values().forEach(watch -> guard(watch.name(), () -> call.on(watch)));
  }
}
