package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LinearFitTest {
  /** Anscombe's first quartet (The American Statistician, 1973). */
  private static final double[] X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};

  private static final double[] Y = {
    8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68
  };

  @Test
  void anscombesLineAndItsStandardErrorsAreAsPublished() {
    LinearFit fit = LinearFit.of(X, Y);
    double t = 2.2621571627409915;

    assertThat(fit.intercept().value()).isCloseTo(3.0001, within(1e-4));
    assertThat(fit.slope().value()).isCloseTo(0.5001, within(1e-4));
    assertThat(fit.slope().high() - fit.slope().value()).isCloseTo(t * 0.1179, within(3e-4));
    assertThat(fit.intercept().high() - fit.intercept().value())
        .isCloseTo(t * 1.1247, within(3e-4));
  }

  @Test
  void twoPointsGiveALineWithoutInterval() {
    LinearFit fit = LinearFit.of(new double[] {1, 3}, new double[] {5, 9});

    assertThat(fit.intercept().value()).isCloseTo(3, within(1e-12));
    assertThat(fit.slope().value()).isCloseTo(2, within(1e-12));
    assertThat(fit.slope().hasInterval()).isFalse();
  }

  @Test
  void oneXHasNoSlope() {
    assertThat(LinearFit.of(new double[] {1, 1, 1}, new double[] {5, 6, 7}).slope().value())
        .isNaN();
  }

  @Tag("slow")
  @Test
  void fixedCostIsCoveredWhereErrorsGrowWithTheTime() {
    Random random = new Random(3);
    double[] sizes = {10_000, 50_000, 100_000, 500_000};
    int covered = 0;
    int trials = 2000;
    for (int trial = 0; trial < trials; trial++) {
      double[] x = new double[20];
      double[] y = new double[20];
      for (int i = 0; i < 20; i++) {
        x[i] = sizes[i % 4];
        y[i] = (0.012 + 1.5e-6 * x[i]) * (1 + 0.05 * random.nextGaussian());
      }
      Estimate fixed = LinearFit.ofRelativeErrors(x, y).intercept();
      covered += fixed.low() <= 0.012 && 0.012 <= fixed.high() ? 1 : 0;
    }

    assertThat(covered / (double) trials).isBetween(0.93, 0.97);
  }

  @Tag("slow")
  @Test
  void intervalsOfASequenceAllowForNeighboursThatAreAlike() {
    Random random = new Random(5);
    int trials = 400;
    int coveredAsSequence = 0;
    int coveredAsIndependent = 0;
    for (int trial = 0; trial < trials; trial++) {
      double[] x = new double[500];
      double[] y = new double[500];
      double disturbance = 0;
      for (int i = 0; i < x.length; i++) {
        disturbance = 0.8 * disturbance + 0.1 * random.nextGaussian();
        x[i] = random.nextInt(10) < 4 ? 10_000 : 100_000;
        y[i] = (0.012 + 1.5e-6 * x[i]) * (1 + disturbance);
      }
      double[] weights =
          Arrays.stream(x).map(rows -> Math.pow(0.012 + 1.5e-6 * rows, -2)).toArray();
      coveredAsSequence += covers(LinearFit.ofSequence(x, y, weights).slope(), 1.5e-6);
      coveredAsIndependent += covers(LinearFit.of(x, y, weights).slope(), 1.5e-6);
    }
    assertThat(coveredAsSequence / (double) trials).isBetween(0.92, 0.98);
    assertThat(coveredAsIndependent).isLessThan(coveredAsSequence);
  }

  @Test
  void aSequenceHasTheLineOfItsPointsAndNoIntervalFromTooFew() {
    LinearFit fit = LinearFit.ofSequence(X, Y, new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    LinearFit ofThree =
        LinearFit.ofSequence(
            new double[] {1, 2, 3}, new double[] {5, 6, 8}, new double[] {1, 1, 1});

    assertThat(fit.slope().value()).isEqualTo(LinearFit.of(X, Y).slope().value());
    assertThat(fit.slope().hasInterval()).isTrue();
    assertThat(ofThree.slope().hasInterval()).isFalse();
  }

  private static int covers(Estimate estimate, double truth) {
    return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
  }
}
