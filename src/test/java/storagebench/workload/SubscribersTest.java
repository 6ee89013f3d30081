package storagebench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscribersTest {
  private static final int ROWS = 250_000;

  private static long[] hot;
  private static long[] warm;
  private static long[] cold;

  @BeforeAll
  static void callEverybody() {
    hot = numbers(0, 200_000);
    warm = numbers(20, 800_000);
    cold = numbers(60, 4_000_000);
  }

  @Test
  void theClassesHaveTheirSizesAndShareNoNumber() {
    long[] all = Stream.of(hot, warm, cold).flatMapToLong(Arrays::stream).sorted().toArray();

    assertThat(all).hasSize(5_000_000);
    assertThat(IntStream.range(1, all.length).filter(i -> all[i] == all[i - 1]).count()).isZero();
    assertThat(all[0]).isNotNegative();
    assertThat(all[all.length - 1]).isLessThan(10_000_000_000L);
  }

  @ParameterizedTest
  @CsvSource({"0, 19, 200000", "20, 59, 800000", "60, 99, 4000000"})
  void everyPercentOfAClassReachesTheWholeClass(int first, int last, long size) {
    for (long draw : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(Subscribers.number(first, draw)).isEqualTo(Subscribers.number(last, draw));
    }
    long lastDraw = drawOf(size - 1, size);
    assertThat(Subscribers.number(first, -1L)).isEqualTo(Subscribers.number(last, lastDraw));
  }

  @Test
  void callersComeFromTheClassesInTheirShares() {
    assertShares(CallRecord::caller);
  }

  @Test
  void calleesComeFromTheClassesInTheirShares() {
    assertShares(CallRecord::callee);
  }

  @Test
  void whoIsCalledDoesNotDependOnWhoCalls() {
    CallStream stream = new CallStream(CallStream.DEFAULT_SEED);
    long both =
        LongStream.range(CallStream.ORIGIN, CallStream.ORIGIN + ROWS)
            .mapToObj(stream::record)
            .filter(row -> isOf(hot, row.caller()) && isOf(hot, row.callee()))
            .count();
    assertShare(0.2 * 0.2, both);
  }

  private static void assertShares(ToLongFunction<CallRecord> number) {
    CallStream stream = new CallStream(CallStream.DEFAULT_SEED);
    long[] numbers =
        LongStream.range(CallStream.ORIGIN, CallStream.ORIGIN + ROWS)
            .map(sequence -> number.applyAsLong(stream.record(sequence)))
            .toArray();
    long fromHot = Arrays.stream(numbers).filter(n -> isOf(hot, n)).count();
    long fromWarm = Arrays.stream(numbers).filter(n -> isOf(warm, n)).count();
    long fromCold = Arrays.stream(numbers).filter(n -> isOf(cold, n)).count();

    assertShare(0.20, fromHot);
    assertShare(0.40, fromWarm);
    assertShare(0.40, fromCold);
    assertThat(fromHot + fromWarm + fromCold).isEqualTo(ROWS);
  }

  private static void assertShare(double share, long count) {
    assertThat((double) count / ROWS)
        .isCloseTo(share, within(5 * Math.sqrt(share * (1 - share) / ROWS)));
  }

  private static boolean isOf(long[] sorted, long number) {
    return Arrays.binarySearch(sorted, number) >= 0;
  }

  private static long[] numbers(int share, long size) {
    return LongStream.range(0, size)
        .map(i -> Subscribers.number(share, drawOf(i, size)))
        .sorted()
        .toArray();
  }

  /** The smallest draw that falls on subscriber i of a class. */
  private static long drawOf(long i, long size) {
    return ((i << 32) + size - 1) / size << 32;
  }
}
