package storagebench.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import storagebench.run.progress.RunStatus;
import storagebench.storage.Variant;
import storagebench.workload.DayOfTraffic;

/** How far a phase is and how fast it goes. One thread counts; any may ask for {@link #left()}. */
final class PhaseProgress {
  private final List<Variant> variants;
  private final DayOfTraffic day;
  private final boolean queries;
  private final PhaseEstimate outlook;
  private final Map<Variant, Long> rows = new TreeMap<>();
  private final Map<Variant, Double> seconds = new TreeMap<>();
  private final Map<Integer, List<BatchRow>> unequal = new HashMap<>();
  private long timedRows;
  private volatile Expected expected;

  /** When the last insert is expected, as {@link System#nanoTime()}. */
  private record Expected(long nanoTime, boolean guess) {}

  /**
   * @param before what was inserted before this part of the stream
   */
  PhaseProgress(StreamPlan plan, List<BatchRow> before) {
    this.variants = plan.variants();
    this.day = plan.day();
    this.queries = plan.queries();
    this.outlook = new PhaseEstimate(day, variants);
    before.forEach(this::inserted);
  }

  /** Counts a batch that is in now. */
  void inserted(BatchRow row) {
    Variant variant = row.place().variant();
    rows.merge(variant, row.digest().rows(), Long::sum);
    if (row.times().known()) {
      outlook.inserted(variant, row.digest().rows(), seconds(row));
    }
    List<BatchRow> batch =
        unequal.computeIfAbsent(row.place().batch(), absent -> new ArrayList<>());
    batch.add(row);
    if (batch.size() == variants.size()) {
      unequal.remove(row.place().batch());
      compared(batch);
    }
  }

  /** Batches differ in size and tables grow, so a rate is of batches that were timed for all. */
  private void compared(List<BatchRow> batch) {
    if (batch.stream().allMatch(row -> row.times().known())) {
      timedRows += batch.get(0).digest().rows();
      batch.forEach(row -> seconds.merge(row.place().variant(), seconds(row), Double::sum));
    }
  }

  private static double seconds(BatchRow row) {
    return row.times().wall() / 1000;
  }

  /**
   * All variants have batch k.
   *
   * @param asideSeconds what it cost besides the clock
   */
  void batchDone(int k, double asideSeconds) {
    outlook.aside(day.batch(k).rows(), asideSeconds);
    long nanos = Math.round(outlook.secondsAfter(k) * 1e9);
    expected = new Expected(System.nanoTime() + nanos, outlook.isGuess());
  }

  /** The tables were analyzed after batch k. */
  void analyzed(int k, double seconds) {
    outlook.analyzed(k, seconds);
  }

  List<Variant> variants() {
    return variants;
  }

  /** Rows of the day that are in, with the rates of the variants. */
  RunStatus status() {
    Map<String, Double> rates = new LinkedHashMap<>();
    variants.forEach(variant -> rates.put(variant.name(), rate(variant)));
    rates.values().removeIf(rate -> rate.isNaN());
    return new RunStatus(rows(), day.rows(), Optional.ofNullable(left()), rates);
  }

  /** Rows of the day that are in, the mean of the tables while a batch goes into them. */
  long rows() {
    return variants.stream().mapToLong(this::rows).sum() / variants.size();
  }

  /** Rows in the table of a variant. */
  long rows(Variant variant) {
    return rows.getOrDefault(variant, 0L);
  }

  /** Rows a second of a variant, by the clock, in batches that all have; NaN before the first. */
  double rate(Variant variant) {
    return timedRows == 0 ? Double.NaN : timedRows / seconds.get(variant);
  }

  /** Time to the end of the last batch; null before the first. */
  Duration left() {
    Expected now = expected;
    return now == null ? null : Duration.ofNanos(Math.max(0, now.nanoTime - System.nanoTime()));
  }

  /** Whether {@link #left()} is a guess, because the batches so far had all one size. */
  boolean isGuess() {
    Expected now = expected;
    return now != null && now.guess;
  }

  /** What follows the last batch and is not in {@link #left()}. */
  String afterwards() {
    return queries ? "verification and queries" : "verification";
  }
}
