package storagebench.workload;

/**
 * The stream of call detail records: record number n is a pure function of the seed and n, so any
 * batch can be made anywhere, in any order, by any thread, and is the same bytes everywhere.
 *
 * <p>Every random draw is SplitMix64's finaliser over seed, sequence number and a constant of the
 * column (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
 * Only integer arithmetic and IEEE multiplication are used, so no JVM gives other values.
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

  /** 2025-01-01 00:00, the time of the row at {@link #ORIGIN}. */
  private static final long ORIGIN_MICROS = 1_735_689_600_000_000L;

  private static final long MICROS_PER_ROW = 24L * 3_600_000_000L / ROWS_PER_DAY;

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /** Causes of release (ITU-T Q.850) that share what 1, 16, 17 and 18 leave. */
  private static final int[] RARE_TERMINATIONS = {
    2, 3, 6, 19, 20, 21, 22, 27, 28, 31, 34, 38, 41, 42, 47, 127
  };

  private final long seed;

  /**
   * @param seed any number; streams of different seeds are unrelated
   */
  public CallStream(long seed) {
    this.seed = seed;
  }

  /** The seed this stream was made with. */
  public long seed() {
    return seed;
  }

  /**
   * The record with that sequence number.
   *
   * @param sequence 0 to 999,999,999,999
   */
  public CallRecord record(long sequence) {
    long base = mix(seed + GOLDEN_GAMMA * sequence);
    int duration = duration(base);
    return new CallRecord(
        sequence,
        (int) draw(base, 1),
        ORIGIN_MICROS + (sequence - ORIGIN) * MICROS_PER_ROW,
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
    return below(base, column, 100);
  }

  /** Uniform over 0 to bound - 1; the bias of multiply-and-shift is below bound / 2^32. */
  private static int below(long base, int column, int bound) {
    return (int) ((draw(base, column) >>> 32) * bound >>> 32);
  }

  private static long draw(long base, int column) {
    return mix(base + GOLDEN_GAMMA * column);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
