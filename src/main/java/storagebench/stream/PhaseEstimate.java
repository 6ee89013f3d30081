package storagebench.stream;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import storagebench.storage.Variant;
import storagebench.stream.StepCost.Line;
import storagebench.workload.DayOfTraffic;

/**
 * Estimates the remaining time of a phase. Each remaining batch takes its insert into every table
 * and, once for all tables, the work outside the clock. At regular intervals an ANALYZE is added,
 * whose time depends on the rows in the tables. Work after the last batch is not included.
 */
final class PhaseEstimate {
  /** The fixed time of a batch, as a number of rows. */
  private static final double BATCH_ROWS = 15_000;

  /**
   * The fixed time of an ANALYZE, as a number of rows; it reads a sample, so that most of its time
   * is fixed.
   */
  private static final double ANALYZE_ROWS = 1_000_000;

  private final DayOfTraffic day;
  private final Map<Variant, StepCost> inserts = new TreeMap<>();
  private final StepCost aside = new StepCost(BATCH_ROWS);
  private final StepCost analyze = new StepCost(ANALYZE_ROWS);

  PhaseEstimate(DayOfTraffic day, Collection<Variant> variants) {
    this.day = day;
    variants.forEach(variant -> inserts.put(variant, new StepCost(BATCH_ROWS)));
  }

  /** A batch that was timed. */
  void inserted(Variant variant, long rows, double seconds) {
    inserts.get(variant).add(rows, seconds);
  }

  /** What a batch cost besides the clock: staging, journal, files, sizes. */
  void aside(long rows, double seconds) {
    aside.add(rows, seconds);
  }

  /** The tables were analyzed after batch k. */
  void analyzed(int k, double seconds) {
    analyze.add(day.rowsThrough(k), seconds);
  }

  /** Whether all of it hangs on what larger batches will cost, and none was seen. */
  boolean isGuess() {
    return aside.isGuess();
  }

  /** Seconds from the end of batch k to that of the last; NaN before a batch was seen whole. */
  double secondsAfter(int k) {
    if (aside.isUnknown()) {
      return Double.NaN;
    }
    List<Line> perBatch =
        Stream.concat(Stream.of(aside), inserts.values().stream()).map(StepCost::line).toList();
    Line analyzing = analyze.line();
    double seconds = 0;
    for (int next = k + 1; next <= day.batches(); next++) {
      long rows = day.batch(next).rows();
      seconds += perBatch.stream().mapToDouble(line -> line.of(rows)).sum();
      if (StreamPlan.analyzedAfter(next)) {
        seconds += analyzing.of(day.rowsThrough(next));
      }
    }
    return seconds;
  }
}
