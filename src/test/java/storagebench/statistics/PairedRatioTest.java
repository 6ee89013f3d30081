package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedRatioTest {
  @Test
  void theMiddlePairCounts() {
    assertThat(PairedRatio.logOfMedian(new double[] {10, 20, 40}, new double[] {11, 60, 40}))
        .isCloseTo(Math.log(1.1), within(1e-12));
  }

  @Test
  void ofAnEvenNumberTheTwoInTheMiddleCountAlikeOnTheLogScale() {
    double[] baseline = {1, 1, 1, 1};

    assertThat(PairedRatio.logOfMedian(baseline, new double[] {9, 1, 4, 0.1}))
        .isCloseTo(Math.log(2), within(1e-12));
  }

  @Test
  void exchangedSidesGiveTheInverse() {
    double[] a = {3, 5, 7, 11};
    double[] b = {2, 8, 6, 13};

    assertThat(PairedRatio.logOfMedian(a, b))
        .isEqualTo(-PairedRatio.logOfMedian(b, a), within(1e-12));
  }
}
