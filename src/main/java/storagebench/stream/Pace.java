package storagebench.stream;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import storagebench.storage.Variant;

/** How far a phase is and how fast it goes. One thread counts; any may ask for {@link #left()}. */
final class Pace {
  private final List<Variant> variants;
  private final int batches;
  private final long rowsToCome;
  private final Map<Variant, Progress> variantsSoFar = new EnumMap<>(Variant.class);
  private final long begun = System.nanoTime();
  private volatile long rowsNow;

  /** What a variant took in so far; seconds are those of the batches that were timed. */
  private record Progress(long rows, long timedRows, double seconds) {
    static final Progress NONE = new Progress(0, 0, 0);

    Progress plus(BatchRow row) {
      long more = row.digest().rows();
      return row.times().known()
          ? new Progress(rows + more, timedRows + more, seconds + row.times().wall() / 1000)
          : new Progress(rows + more, timedRows, seconds);
    }
  }

  /**
   * @param before what was inserted before this part of the stream
   */
  Pace(StreamPlan plan, List<BatchRow> before) {
    this.variants = plan.variants();
    this.batches = plan.batches();
    long dayRows = plan.day().rows();
    before.forEach(this::count);
    this.rowsToCome = dayRows * variants.size() - rows();
  }

  /** Counts a batch that is in now. */
  void inserted(BatchRow row) {
    count(row);
    rowsNow += row.digest().rows();
  }

  List<Variant> variants() {
    return variants;
  }

  int batches() {
    return batches;
  }

  /** Rows in all tables. */
  long rows() {
    return variantsSoFar.values().stream().mapToLong(Progress::rows).sum();
  }

  /** Rows in all tables at the end of the phase. */
  long rowsAtEnd() {
    return rows() - rowsNow + rowsToCome;
  }

  /** Rows in the table of a variant. */
  long rows(Variant variant) {
    return variantsSoFar.getOrDefault(variant, Progress.NONE).rows();
  }

  /** Rows a second of a variant, by the clock; NaN before its first batch. */
  double rate(Variant variant) {
    Progress progress = variantsSoFar.getOrDefault(variant, Progress.NONE);
    return progress.seconds == 0 ? Double.NaN : progress.timedRows / progress.seconds;
  }

  /** Time to the end, if rows go on to come as in this part of the stream; null before any. */
  Duration left() {
    return rowsNow == 0
        ? null
        : Duration.ofNanos(
            (long) ((System.nanoTime() - begun) * ((double) (rowsToCome - rowsNow) / rowsNow)));
  }

  private void count(BatchRow row) {
    variantsSoFar.merge(row.place().variant(), Progress.NONE.plus(row), (a, b) -> a.plus(row));
  }
}
