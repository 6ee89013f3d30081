package storagebench.workload;

/**
 * The stream of call detail records: record number n is a pure function of the seed and n, so any
 * batch can be made anywhere, in any order, by any thread, and is the same bytes everywhere.
 *
 * <p>Every random draw is one of {@link Draws} over seed, sequence number and a constant of the
 * column. Only integer arithmetic and IEEE multiplication are used, so no JVM gives other values.
 * The time of a call is that of a {@link CallClock}; nothing else of a record depends on it.
 *
 * <p>Distributions are those of the workload's definition; where it leaves a choice open, the
 * choice is made here and said beside it.
 */
public final class CallStream {
  /** The seed of every run that names no other. */
  public static final long DEFAULT_SEED = 20_250_101L;

  /**
   * Sequence number of the first row of the first batch. Smaller numbers are earlier calls, which
   * {@code preloadRows} takes from.
   */
  public static final long ORIGIN = 1_000_000_000L;

  /** Rows in 24 hours: 500 batches of 80 thousand rows, the mean of the day of traffic. */
  public static final long ROWS_PER_DAY = 40_000_000L;

  /** Causes of release (ITU-T Q.850) that share what 1, 16, 17 and 18 leave. */
  private static final int[] RARE_TERMINATIONS = {
    2, 3, 6, 19, 20, 21, 22, 27, 28, 31, 34, 38, 41, 42, 47, 127
  };

  private final long seed;
  private final CallClock clock;

  /**
   * A stream of calls at steady intervals.
   *
   * @param seed any number; streams of different seeds are unrelated
   */
  public CallStream(long seed) {
    this(seed, CallClock.steady());
  }

  /**
   * @param seed any number; streams of different seeds are unrelated
   * @param clock when the calls were made
   */
  public CallStream(long seed, CallClock clock) {
    this.seed = seed;
    this.clock = clock;
  }

  /** The seed this stream was made with. */
  public long seed() {
    return seed;
  }

  /** When its calls were made. */
  public CallClock clock() {
    return clock;
  }

  /**
   * The record with that sequence number.
   *
   * @param sequence 0 to 999,999,999,999
   */
  public CallRecord record(long sequence) {
    long base = Draws.at(seed, sequence);
    int duration = duration(base);
    return new CallRecord(
        sequence,
        (int) draw(base, 1),
        clock.micros(sequence),
        Subscribers.number(percent(base, 2), draw(base, 3)),
        Subscribers.number(percent(base, 4), draw(base, 5)),
        duration,
        1 + below(base, 8, 10_000),
        callType(percent(base, 9)),
        networkType(percent(base, 10)),
        bytesTransferred(base),
        terminationCode(base),
        billing(duration),
        1 + below(base, 15, 50),
        percent(base, 16) < 10,
        100 + below(base, 17, 401),
        packetLoss(base));
  }

  private static int duration(long base) {
    int share = percent(base, 6);
    if (share < 5) {
      return 1 + below(base, 7, 9);
    }
    return share < 85 ? 30 + below(base, 7, 270) : 300 + below(base, 7, 3300);
  }

  private static CallType callType(int share) {
    if (share < 70) {
      return CallType.VOICE;
    }
    return share < 95 ? CallType.SMS : CallType.DATA;
  }

  private static NetworkType networkType(int share) {
    if (share < 30) {
      return NetworkType.LTE;
    }
    return share < 90 ? NetworkType.NR : NetworkType.NR_MMWAVE;
  }

  private static long bytesTransferred(long base) {
    int share = percent(base, 11);
    if (share < 85) {
      return CallRecord.NO_BYTES;
    }
    return share < 90 ? 100 + below(base, 12, 9_999_901) : 1 + below(base, 12, 1000);
  }

  private static int terminationCode(long base) {
    int share = percent(base, 13);
    if (share < 80) {
      return 1;
    }
    if (share < 90) {
      return 16;
    }
    if (share < 95) {
      return 17;
    }
    return share < 98 ? 18 : RARE_TERMINATIONS[below(base, 14, RARE_TERMINATIONS.length)];
  }

  /** One price a second, 0.0125. */
  private static int billing(int durationSeconds) {
    return durationSeconds * 125;
  }

  /** The 16th power of a uniform draw: more than half of the rows at 0.00, one in 24 above 50 %. */
  private static int packetLoss(long base) {
    double u = (draw(base, 18) >>> 11) * 0x1p-53;
    double u4 = u * u * u * u;
    return (int) (u4 * u4 * u4 * u4 * 10_001);
  }

  private static int percent(long base, int column) {
    return Draws.percent(draw(base, column));
  }

  private static int below(long base, int column, int bound) {
    return Draws.below(draw(base, column), bound);
  }

  private static long draw(long base, int column) {
    return Draws.at(base, column);
  }
}
