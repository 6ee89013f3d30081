package storagebench.stream;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Where the time of a part of a stream went. */
final class TimeBreakdown {
  private static final double NANOS = 1e9;

  private final Map<Activity, Long> nanos = new EnumMap<>(Activity.class);
  private final long begun = System.nanoTime();

  /** What a stream does at any moment. */
  enum Activity {
    /** Making the tables, with their indexes. */
    CREATE(false),
    /** Making rows and bringing them to the server or into COPY's form. */
    STAGE(false),
    /** The clock: inserts and their commits. */
    INSERT(false),
    /** The journal's rows, and asking the server for its times. */
    JOURNAL(true),
    /** Writing to the stream's folder. */
    WRITE(true),
    /** Reading sizes. */
    SIZE(true),
    /** ANALYZE. */
    ANALYZE(false),
    /** Counting and checking all rows. */
    VERIFY(false),
    /** The queries after loading. */
    QUERY(false);

    /** Whether it is what the runner adds to inserts that were asked for. */
    private final boolean runner;

    Activity(boolean runner) {
      this.runner = runner;
    }
  }

  /** Something to do. */
  @FunctionalInterface
  interface Work<T> {
    T get() throws SQLException;
  }

  /** Something to do that gives nothing back. */
  @FunctionalInterface
  interface Step {
    void run() throws SQLException;
  }

  /** Does it and notes how long it took. */
  void run(Activity activity, Step step) throws SQLException {
    time(
        activity,
        () -> {
          step.run();
          return null;
        });
  }

  /** Does it and notes how long it took. */
  <T> T time(Activity activity, Work<T> work) throws SQLException {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      nanos.merge(activity, System.nanoTime() - start, Long::sum);
    }
  }

  /** Notes time that was measured elsewhere. */
  void add(Activity activity, double milliseconds) {
    nanos.merge(activity, Math.round(milliseconds * 1e6), Long::sum);
  }

  /** Seconds of an activity. */
  double seconds(Activity activity) {
    return nanos.getOrDefault(activity, 0L) / NANOS;
  }

  /** Seconds since the part began. */
  double wall() {
    return (System.nanoTime() - begun) / NANOS;
  }

  /** Seconds since the part began that were not on the clock. */
  double aside() {
    return wall() - seconds(Activity.INSERT);
  }

  /**
   * Seconds that the runner adds to the inserts: all but the clock, staging and what is asked of
   * the server besides loading.
   */
  double runner() {
    double others = 0;
    for (Activity activity : Activity.values()) {
      others += activity.runner ? 0 : seconds(activity);
    }
    return wall() - others;
  }

  /** Where the time went, in a line. */
  String summary(Phase phase) {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%s: %.1f s", phase, wall()));
    for (Activity activity : Activity.values()) {
      if (nanos.containsKey(activity)) {
        String word = activity.name().toLowerCase(Locale.ROOT);
        line.append(String.format(Locale.ROOT, ", %s %.1f s", word, seconds(activity)));
      }
    }
    double added = 100 * runner() / seconds(Activity.INSERT);
    return line.append(String.format(Locale.ROOT, "; the runner adds %.1f %%", added)).toString();
  }
}
