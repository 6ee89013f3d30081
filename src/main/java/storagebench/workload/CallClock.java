package storagebench.workload;

/** When the calls of a stream were made: a pure function of their place in it. */
public interface CallClock {
  /** 2025-01-01 00:00 in microseconds since 1970-01-01: the day that streams begin on. */
  long MIDNIGHT_MICROS = 1_735_689_600_000_000L;

  /** Microseconds of an hour. */
  long MICROS_PER_HOUR = 3_600_000_000L;

  /** {@code call_timestamp} of a row in microseconds since 1970-01-01; never falls. */
  long micros(long sequence);

  /** Tells this clock from others, in letters that may stand in the name of a table. */
  String name();

  /** Every row as long after the one before it: {@link CallStream#ROWS_PER_DAY} in 24 hours. */
  static CallClock steady() {
    return new CallClock() {
      private static final long MICROS_PER_ROW = 24 * MICROS_PER_HOUR / CallStream.ROWS_PER_DAY;

      @Override
      public long micros(long sequence) {
        return MIDNIGHT_MICROS + (sequence - CallStream.ORIGIN) * MICROS_PER_ROW;
      }

      @Override
      public String name() {
        return "steady";
      }
    };
  }
}
