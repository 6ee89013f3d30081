package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedRatioTest {
  @Test
  void aQuarterOfThePairsMayBeDisturbedOnEitherSide() {
    double[] baseline = {10, 10, 10, 900, 10, 10, 700, 10};
    double[] candidate = {11, 11, 600, 10, 11, 800, 10, 11};

    assertThat(PairedRatio.logOfMidmean(baseline, candidate))
        .isCloseTo(Math.log(1.1), within(1e-12));
  }

  @Test
  void theMiddleHalfCountsAlikeOnTheLogScale() {
    double[] baseline = {1, 1, 1, 1};

    assertThat(PairedRatio.logOfMidmean(baseline, new double[] {9, 1, 4, 0.1}))
        .isCloseTo(Math.log(2), within(1e-12));
  }

  @Test
  void exchangedSidesGiveTheInverse() {
    double[] a = {3, 5, 7, 11};
    double[] b = {2, 8, 6, 13};

    assertThat(PairedRatio.logOfMidmean(a, b))
        .isEqualTo(-PairedRatio.logOfMidmean(b, a), within(1e-12));
  }
}
