package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MidmeanTest {
  /** R: mean(c(5, 8, 4, 38, 8, 6, 9, 7, 7, 3, 1, 6), trim = 0.25). */
  @Test
  void aQuarterIsLeftOutAtEitherEnd() {
    assertThat(Midmean.of(new double[] {5, 8, 4, 38, 8, 6, 9, 7, 7, 3, 1, 6})).isEqualTo(6.5);
  }

  /** By hand: (0.25 * 1 + 2 + 0.25 * 4) / 1.5. */
  @Test
  void aValueAtTheBorderCountsByThePartInside() {
    assertThat(Midmean.of(new double[] {4, 1, 2})).isCloseTo(13.0 / 6, within(1e-12));
  }

  @Test
  void ofOneValueItIsThatValueAndOfTwoTheirMean() {
    assertThat(Midmean.of(new double[] {3})).isEqualTo(3);
    assertThat(Midmean.of(new double[] {1, 2})).isEqualTo(1.5);
  }
}
