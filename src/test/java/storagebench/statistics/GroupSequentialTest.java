package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GroupSequentialTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * What five equally spaced looks have spent of a one-sided 0.025: Reboussin, DeMets, Kim and Lan,
   * "Computations for group sequential boundaries using the Lan-DeMets spending function method",
   * Controlled Clinical Trials 21, 2000, and the R package ldbounds. The first bound is that share.
   */
  @ParameterizedTest
  @CsvSource({"O_BRIEN_FLEMING, 4.8769", "POCOCK, 2.4380"})
  void theFirstBoundIsThatOfThePublishedTables(Spending spending, double bound) {
    assertThat(NORMAL.inverseSurvivalProbability(spending.onOneSide(0.025, 0.2)))
        .isCloseTo(bound, within(1e-4));
  }

  /** Of many units Student's t is normal. The same tables, looks at 20, 40, 60, 80 and 100 %. */
  @ParameterizedTest
  @CsvSource({
    "O_BRIEN_FLEMING, 4.8769, 3.3569, 2.6803, 2.2898, 2.0310",
    "POCOCK, 2.4380, 2.4268, 2.4101, 2.3966, 2.3859"
  })
  void boundsOfManyUnitsAreThoseOfThePublishedTables(
      Spending spending, double one, double two, double three, double four, double five) {
    int[] looks = {24, 48, 72, 96, 120};
    double[] levels = new StudentWalk(looks).levels(spending, 0.05);

    assertThat(DoubleStream.of(levels).map(p -> NORMAL.inverseSurvivalProbability(p / 2)).toArray())
        .containsExactly(new double[] {one, two, three, four, five}, within(0.01));
  }

  @Test
  void anglesHaveStudentsDistribution() {
    for (int units : new int[] {2, 3, 4, 7, 50}) {
      for (double t : new double[] {-3, -0.5, 0, 1, 4}) {
        assertThat(StudentWalk.below(units - 2, Math.atan(t / Math.sqrt(units - 1.0))))
            .isCloseTo(TDistribution.of(units - 1.0).cumulativeProbability(t), within(1e-12));
      }
    }
  }

  @Test
  void oneLookIsTheUsualTest() {
    GroupSequential design = new GroupSequential(Spending.POCOCK, 10, 10);

    assertThat(design.level(10, 0.05)).isCloseTo(0.05, within(1e-9));
    assertThat(design.overall(10, 0.0123)).isCloseTo(0.0123, within(1e-5));
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource
  void looksTogetherErrAsOftenAsTheTestSays(Spending spending) {
    GroupSequential design = new GroupSequential(spending, 3, 10);
    double[] bounds = new double[11];
    for (int n = 3; n <= 10; n++) {
      bounds[n] = TDistribution.of(n - 1.0).inverseSurvivalProbability(design.level(n, 0.05) / 2);
    }
    SplittableRandom random = new SplittableRandom(1983);
    int alarms = 0;
    for (int i = 0; i < 200_000; i++) {
      alarms += leaves(bounds, random) ? 1 : 0;
    }
    assertThat(alarms / 200_000.0).isCloseTo(0.05, within(0.0015));
  }

  private static boolean leaves(double[] bounds, SplittableRandom random) {
    double sum = 0;
    double squares = 0;
    for (int n = 1; n < bounds.length; n++) {
      double value = random.nextGaussian();
      sum += value;
      squares += value * value;
      double variance = (squares - sum * sum / n) / (n - 1.0);
      if (n >= 3 && Math.abs(sum) / Math.sqrt(n * variance) > bounds[n]) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theOverallProbabilityIsTheLevelAtWhichALookRejects() {
    GroupSequential design = new GroupSequential(Spending.POCOCK, 3, 10);
    for (int units : new int[] {3, 7, 10}) {
      assertThat(design.overall(units, design.level(units, 0.05))).isCloseTo(0.05, within(1.5e-4));
      assertThat(design.overall(units, design.level(units, 0.004)))
          .isCloseTo(0.004, within(1.2e-5));
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
