package storagebench.workload;

import java.util.List;

/** Rows with the values at the edges of their columns. */
final class Rows {
  private static final long NOON_MICROS = 1_735_732_800_000_000L;

  /** Every column as wide as it gets. */
  static final CallRecord LONGEST =
      new CallRecord(
          999_999_999_999L,
          0xffffffff,
          NOON_MICROS + 999_999,
          9_999_999_999L,
          9_999_999_999L,
          3599,
          10_000,
          CallType.VOICE,
          NetworkType.NR_MMWAVE,
          10_000_000,
          127,
          99_999_999,
          50,
          true,
          500,
          10_000);

  /** Nulls and zeros wherever a column has them, and the day before the first. */
  static final CallRecord EMPTIEST =
      new CallRecord(
          0,
          0,
          NOON_MICROS - 86_400_000_000L,
          0,
          0,
          1,
          1,
          CallType.SMS,
          NetworkType.LTE,
          CallRecord.NO_BYTES,
          1,
          0,
          1,
          false,
          100,
          0);

  private Rows() {}

  /** These and, for every numeric column, values with and without digits on either side. */
  static List<CallRecord> edges() {
    return List.of(
        LONGEST,
        EMPTIEST,
        withNumbers(1, 101, 1),
        withNumbers(125, 110, 99),
        withNumbers(9_999, 200, 100),
        withNumbers(10_000, 450, 1_000),
        withNumbers(10_001, 499, 9_999),
        withNumbers(50_000_000, 500, 10_000));
  }

  private static CallRecord withNumbers(int billing, int mos, int packetLoss) {
    return new CallRecord(
        billing,
        mos,
        NOON_MICROS + billing,
        packetLoss,
        mos,
        30,
        5000,
        CallType.DATA,
        NetworkType.NR,
        1,
        16,
        billing,
        25,
        true,
        mos,
        packetLoss);
  }
}
