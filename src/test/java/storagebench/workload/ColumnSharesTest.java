package storagebench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shares of the workload's definition, over a million rows of the default stream. A share may
 * be five standard deviations off, which a right generator is once in two million seeds.
 */
class ColumnSharesTest {
  private static final int ROWS = 1_000_000;
  private static final double SIGMAS = 5;

  private static CallRecord[] rows;

  @BeforeAll
  static void makeRows() {
    CallStream stream = new CallStream(CallStream.DEFAULT_SEED);
    rows =
        LongStream.range(CallStream.ORIGIN, CallStream.ORIGIN + ROWS)
            .mapToObj(stream::record)
            .toArray(CallRecord[]::new);
  }

  @ParameterizedTest
  @CsvSource({"1, 9, 0.05", "30, 299, 0.80", "300, 3599, 0.15"})
  void durationsFallIntoThreeRangesAndAreUniformWithinEach(int least, int most, double share) {
    assertShare(share, row -> row.durationSeconds() >= least && row.durationSeconds() <= most);
    assertUniform(least, most, CallRecord::durationSeconds, r -> r >= least && r <= most);
  }

  @Test
  void cellTowersAreUniform() {
    assertUniform(1, 10_000, CallRecord::cellTowerId, tower -> true);
  }

  @Test
  void ratePlansAreUniform() {
    assertUniform(1, 50, CallRecord::ratePlanId, plan -> true);
  }

  @Test
  void callQualityIsUniformFromOneToFive() {
    assertUniform(100, 500, CallRecord::mosHundredths, mos -> true);
  }

  @ParameterizedTest
  @CsvSource({"VOICE, voice, 0.70", "SMS, sms, 0.25", "DATA, data, 0.05"})
  void callTypes(CallType type, String text, double share) {
    assertThat(type.text()).isEqualTo(text);
    assertShare(share, row -> row.callType() == type);
  }

  @ParameterizedTest
  @CsvSource({"LTE, 4G, 0.30", "NR, 5G, 0.60", "NR_MMWAVE, 5G-mmWave, 0.10"})
  void networkTypes(NetworkType type, String text, double share) {
    assertThat(type.text()).isEqualTo(text);
    assertShare(share, row -> row.networkType() == type);
  }

  @Test
  void bytesTransferredAreNullInMostRowsAndElseOfTwoOverlappingRanges() {
    assertShare(0.85, row -> row.bytesTransferred() == CallRecord.NO_BYTES);
    assertShare(0.05 * 9_999_000 / 9_999_901, bytes(b -> b > 1000));
    assertShare(0.05 * 5_000_000 / 9_999_901, bytes(b -> b > 5_000_000));
    assertShare(0.10 * 99 / 1000, bytes(b -> b >= 1 && b < 100));
    assertShare(0, bytes(b -> b == 0 || b < CallRecord.NO_BYTES || b > 10_000_000));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.80", "16, 0.10", "17, 0.05", "18, 0.03"})
  void commonTerminationCodes(int code, double share) {
    assertShare(share, row -> row.terminationCode() == code);
  }

  @Test
  void theRestOfTheTerminationCodesIsSpreadOverSixteenOthers() {
    Set<Integer> common = Set.of(1, 16, 17, 18);
    int[] others =
        IntStream.range(0, ROWS)
            .map(i -> rows[i].terminationCode())
            .filter(code -> !common.contains(code))
            .distinct()
            .toArray();

    assertThat(others).hasSize(16);
    for (int code : others) {
      assertShare(0.02 / 16, row -> row.terminationCode() == code);
    }
  }

  @Test
  void oneRowInTenIsRoaming() {
    assertShare(0.10, CallRecord::roaming);
  }

  @Test
  void mostRowsLoseNextToNoPacketsAndAFewNearlyAll() {
    assertThat(count(row -> row.packetLossHundredths() < 100)).isGreaterThan(ROWS / 2);
    assertThat(count(row -> row.packetLossHundredths() > 9_900)).isPositive();
    assertThat(count(row -> row.packetLossHundredths() < 0 || row.packetLossHundredths() > 10_000))
        .isZero();
  }

  @Test
  void billingFollowsDuration() {
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row.billingTenThousandths()).isEqualTo(row.durationSeconds() * 125));
  }

  @Test
  void columnsAreDrawnIndependently() {
    assertShare(
        0.10 * 0.25 * 0.60,
        row ->
            row.roaming() && row.callType() == CallType.SMS && row.networkType() == NetworkType.NR);
    assertShare(
        0.15 * 0.10 * 0.80,
        row ->
            row.bytesTransferred() != CallRecord.NO_BYTES
                && row.roaming()
                && row.terminationCode() == 1);
    assertShare(0.5 * 0.5, row -> row.cellTowerId() <= 5000 && row.ratePlanId() <= 25);
  }

  private static Predicate<CallRecord> bytes(LongPredicate condition) {
    return row -> condition.test(row.bytesTransferred());
  }

  private static long count(Predicate<CallRecord> condition) {
    long count = 0;
    for (CallRecord row : rows) {
      if (condition.test(row)) {
        count++;
      }
    }
    return count;
  }

  private static void assertShare(double share, Predicate<CallRecord> condition) {
    double tolerance = SIGMAS * Math.sqrt(share * (1 - share) / ROWS);
    assertThat((double) count(condition) / ROWS).isCloseTo(share, within(tolerance));
  }

  /** Pearson's chi-squared over the values of a range, against its own mean and deviation. */
  private static void assertUniform(
      int least, int most, ToIntFunction<CallRecord> column, IntPredicate within) {
    long[] counts = new long[most - least + 1];
    long total = 0;
    for (CallRecord row : rows) {
      int value = column.applyAsInt(row);
      if (within.test(value)) {
        assertThat(value).isBetween(least, most);
        counts[value - least]++;
        total++;
      }
    }
    double expected = (double) total / counts.length;
    double chiSquared =
        LongStream.of(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
    double freedom = counts.length - 1;
    assertThat(chiSquared).isCloseTo(freedom, within(SIGMAS * Math.sqrt(2 * freedom)));
  }
}
