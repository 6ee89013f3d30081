package storagebench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayOfTrafficTest {
  private static final int SMALL = 10_000;
  private static final int MEDIUM = 100_000;
  private static final int LARGE = 500_000;

  private final DayOfTraffic day = day(500, 1);

  /**
   * Pinned: a stream with other batches cannot be compared with those already kept. Whoever has to
   * change it says so where results are kept.
   */
  @Test
  void theDefaultDayIsTheOneThatKeptResultsWereMeasuredWith() {
    assertThat(day.rows()).isEqualTo(39_130_000);
    assertThat(Digest.of(day.stream(), day.batch(250)).checksum())
        .isEqualTo(-4_062_880_553_547_896_383L);
  }

  @Test
  void sizesOfEachHourHaveTheSharesOfTheWorkload() {
    Map<Integer, Double> night = shares(hour -> hour < 6);
    Map<Integer, Double> rush = shares(hour -> hour == 7 || hour == 8 || hour == 17 || hour == 18);
    Map<Integer, Double> work = shares(hour -> hour >= 9 && hour <= 16);
    Map<Integer, Double> other = shares(hour -> hour == 6 || hour >= 19);

    assertThat(night).containsExactly(Map.entry(SMALL, 1.0));
    // More than 80,000 draws: the standard error of a share is below 0.2 %.
    assertThat(rush).containsOnlyKeys(MEDIUM, LARGE);
    assertThat(rush.get(MEDIUM)).isCloseTo(0.7, within(0.01));
    assertThat(work).containsOnlyKeys(MEDIUM, SMALL);
    assertThat(work.get(MEDIUM)).isCloseTo(0.85, within(0.01));
    assertThat(other).containsOnlyKeys(SMALL, MEDIUM);
    assertThat(other.get(SMALL)).isCloseTo(0.6, within(0.01));
  }

  @Test
  void aDayHasAboutFortyMillionRows() {
    double mean = IntStream.range(0, 200).mapToLong(seed -> day(seed).rows()).average().orElse(0);

    // 125 x 10k + 83.3 x 220k + 166.7 x 86.5k + 125 x 46k
    assertThat(mean).isCloseTo(39.75e6, within(0.5e6));
  }

  @Test
  void everyRowOfABatchFallsInTheHourOfItsNumber() {
    for (DayOfTraffic some : new DayOfTraffic[] {day(500, 0.001), day(24, 0.01), day(7, 0.01)}) {
      for (int k = 1; k <= some.batches(); k++) {
        int hour = (k - 1) * 24 / some.batches();
        assertThat(some.hour(k)).isEqualTo(hour);
        some.batch(k)
            .forEach(
                some.stream(),
                row -> {
                  assertThat(row.hour()).isEqualTo(hour);
                  assertThat(row.epochDay()).isEqualTo(20_089);
                });
      }
    }
  }

  @Test
  void timeNeverFallsAndFillsTheDay() {
    DayOfTraffic small = day(500, 0.001);
    Batch last = small.batch(500);
    long end = last.first() + last.rows();
    long[] times = LongStream.range(CallStream.ORIGIN, end).map(small::micros).toArray();

    assertThat(times).isSorted();
    assertThat(times[0]).isEqualTo(CallClock.MIDNIGHT_MICROS);
    assertThat(times[times.length - 1] - times[0])
        .isBetween(24 * CallClock.MICROS_PER_HOUR * 995 / 1000, 24 * CallClock.MICROS_PER_HOUR);
  }

  @Test
  void batchesFollowEachOtherWithoutGaps() {
    long next = CallStream.ORIGIN;
    for (int k = 1; k <= day.batches(); k++) {
      assertThat(day.batch(k).first()).isEqualTo(next);
      next += day.batch(k).rows();
    }
    assertThat(next - CallStream.ORIGIN).isEqualTo(day.rows());
  }

  @Test
  void nothingButTheTimesOfTheRowsDiffersFromTheSteadyStream() {
    CallRecord steady = new CallStream(5).record(CallStream.ORIGIN + 77);
    CallRecord ofTheDay = new DayOfTraffic(5, 500, 1).stream().record(CallStream.ORIGIN + 77);

    assertThat(ofTheDay)
        .usingRecursiveComparison()
        .ignoringFields("timestampMicros")
        .isEqualTo(steady);
    assertThat(ofTheDay.timestampMicros()).isNotEqualTo(steady.timestampMicros());
  }

  @ParameterizedTest
  @CsvSource({"1, 10000", "0.5, 5000", "0.0001, 1", "0.00001, 1"})
  void sizesAreScaledButNoBatchIsEmpty(double scale, int rows) {
    assertThat(day(500, scale).batch(1).rows()).isEqualTo(rows);
  }

  private static Map<Integer, Double> shares(IntPredicate hours) {
    Map<Integer, Double> counts = new HashMap<>();
    for (int seed = 0; seed < 1000; seed++) {
      DayOfTraffic some = day(seed);
      for (int k = 1; k <= some.batches(); k++) {
        if (hours.test(some.hour(k))) {
          counts.merge(some.batch(k).rows(), 1.0, Double::sum);
        }
      }
    }
    double all = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    counts.replaceAll((rows, count) -> count / all);
    return counts;
  }

  private static DayOfTraffic day(int seed) {
    return new DayOfTraffic(seed, 500, 1);
  }

  private static DayOfTraffic day(int batches, double scale) {
    return new DayOfTraffic(CallStream.DEFAULT_SEED, batches, scale);
  }
}
