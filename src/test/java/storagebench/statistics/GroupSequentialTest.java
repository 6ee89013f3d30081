package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupSequentialTest {
  /**
   * Five equally spaced looks, two-sided 0.05: Reboussin, DeMets, Kim and Lan, "Computations for
   * group sequential boundaries using the Lan-DeMets spending function method", Controlled Clinical
   * Trials 21, 2000, and the R package ldbounds.
   */
  @Test
  void boundsAreThoseOfThePublishedTables() {
    assertBounds(Spending.O_BRIEN_FLEMING, 4.8769, 3.3569, 2.6803, 2.2898, 2.0310);
    assertBounds(Spending.POCOCK, 2.4380, 2.4268, 2.4101, 2.3966, 2.3859);
  }

  private static void assertBounds(Spending spending, double... expected) {
    assertThat(GroupSequential.solve(spending, 0.05, 0.2, 0.4, 0.6, 0.8, 1))
        .containsExactly(expected, within(2e-4));
  }

  @Test
  void oneLookIsTheUsualTest() {
    assertThat(new GroupSequential(Spending.POCOCK, 10, 10).bounds(0.05))
        .containsExactly(new double[] {1.959964}, within(1e-6));
    assertThat(new GroupSequential(Spending.POCOCK, 10, 10).overall(10, 0.0123))
        .isCloseTo(0.0123, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource
  void looksTogetherErrAsOftenAsTheTestSays(Spending spending) {
    GroupSequential design = new GroupSequential(spending, 3, 10);
    double[] bounds = design.bounds(0.05);
    SplittableRandom random = new SplittableRandom(1983);
    int alarms = 0;
    for (int i = 0; i < 100_000; i++) {
      double sum = 0;
      boolean alarm = false;
      for (int n = 1; n <= 10; n++) {
        sum += random.nextGaussian();
        alarm |= n >= 3 && Math.abs(sum) / Math.sqrt(n) > bounds[n - 3];
      }
      alarms += alarm ? 1 : 0;
    }
    assertThat(alarms / 100_000.0).isCloseTo(0.05, within(0.0025));
  }

  @Test
  void theOverallProbabilityIsTheLevelAtWhichALookRejects() {
    GroupSequential design = new GroupSequential(Spending.POCOCK, 3, 10);
    for (int units : new int[] {3, 7, 10}) {
      assertThat(design.overall(units, design.level(units, 0.05))).isCloseTo(0.05, within(5e-5));
      assertThat(design.overall(units, design.level(units, 0.004))).isCloseTo(0.004, within(4e-6));
    }
  }

  @Test
  void beforeTheFirstLookNothingCanBeSaid() {
    GroupSequential design = new GroupSequential(Spending.POCOCK, 3, 10);
    assertThat(design.level(2, 0.05)).isZero();
    assertThat(design.overall(2, 1e-12)).isEqualTo(1);
    assertThat(design.overall(5, Double.NaN)).isNaN();
  }
}
