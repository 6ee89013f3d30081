package storagebench.workload;

import java.util.Arrays;
import java.util.Locale;

/**
 * The day of a telecom operator in batches: small ones by night, large ones at rush hour. The size
 * of batch k is a pure function of seed and k, and so are its rows: those that follow the rows of
 * the batches before it. A batch belongs to the hour that its number says, whatever its size: with
 * fewer batches or smaller ones the day still has 24 hours.
 *
 * <p>Within an hour each of its batches takes an equal share of the time, and each row an equal
 * share of its batch's.
 */
public final class DayOfTraffic implements CallClock {
  /** Batches of a whole day. */
  public static final int BATCHES = 500;

  private static final int HOURS = 24;
  private static final int SMALL = 10_000;
  private static final int MEDIUM = 100_000;
  private static final int LARGE = 500_000;

  /** Tells the draws of sizes from those of rows, whose places are sequence numbers. */
  private static final long SIZES = -1_000_000_000_000L;

  private final CallStream stream;
  private final double scale;

  /** Sequence number of the first row of batch k at k - 1; at the end that after the last row. */
  private final long[] starts;

  /**
   * @param seed decides sizes and rows
   * @param batches 1 or more
   * @param scale what the sizes are multiplied with, above 0; no batch has less than one row
   */
  public DayOfTraffic(long seed, int batches, double scale) {
    this.scale = scale;
    this.starts = new long[batches + 1];
    starts[0] = CallStream.ORIGIN;
    for (int k = 1; k <= batches; k++) {
      int share = Draws.percent(Draws.at(seed, SIZES + k));
      starts[k] = starts[k - 1] + Math.max(1, Math.round(size(hour(k), share) * scale));
    }
    this.stream = new CallStream(seed, this);
  }

  /** The rows of the day. */
  public CallStream stream() {
    return stream;
  }

  /** Number of batches. */
  public int batches() {
    return starts.length - 1;
  }

  /** Rows of all batches. */
  public long rows() {
    return rowsThrough(batches());
  }

  /**
   * Rows of the first batches.
   *
   * @param k 0 to {@link #batches()}
   */
  public long rowsThrough(int k) {
    return starts[k] - starts[0];
  }

  /**
   * A batch of the day.
   *
   * @param k 1 to {@link #batches()}
   */
  public Batch batch(int k) {
    return new Batch(starts[k - 1], (int) (starts[k] - starts[k - 1]));
  }

  /**
   * The hour that a batch falls in, 0-23.
   *
   * @param k 1 to {@link #batches()}
   */
  public int hour(int k) {
    return (int) ((k - 1L) * HOURS / batches());
  }

  /** Rows before and after the day have the time of its first and its last row. */
  @Override
  public long micros(long anySequence) {
    long sequence = Math.max(starts[0], Math.min(anySequence, starts[batches()] - 1));
    int found = Arrays.binarySearch(starts, sequence);
    int k = found >= 0 ? found + 1 : -found - 1;
    int hour = hour(k);
    int first = firstOf(hour);
    long share = MICROS_PER_HOUR / (firstOf(hour + 1) - first);
    long within = share * (sequence - starts[k - 1]) / (starts[k] - starts[k - 1]);
    return MIDNIGHT_MICROS + hour * MICROS_PER_HOUR + (k - first) * share + within;
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "day_%d_%s", batches(), scale);
  }

  /** The first batch of an hour or, if it has none, of the next that has. */
  private int firstOf(int hour) {
    return (int) (((long) hour * batches() + HOURS - 1) / HOURS) + 1;
  }

  /**
   * Rows of a batch by its hour.
   *
   * @param share 0-99, a draw
   */
  private static int size(int hour, int share) {
    if (hour < 6) {
      return SMALL;
    }
    if (hour == 7 || hour == 8 || hour == 17 || hour == 18) {
      return share < 70 ? MEDIUM : LARGE;
    }
    if (hour >= 9 && hour <= 16) {
      return share < 85 ? MEDIUM : SMALL;
    }
    return share < 60 ? SMALL : MEDIUM;
  }
}
