package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioEstimateTest {
  @Test
  void ratioIsOfTotalsAndNotTheMeanOfRatios() {
    RatioEstimate ratio = RatioEstimate.of(new double[] {100, 100}, new double[] {1, 4});

    assertThat(ratio.value()).isEqualTo(40);
  }

  @Test
  void errorIsTheDeltaMethodsByHand() {
    // R = 30/60 = 0.5; residuals 10-0.5*18=1, 10-0.5*20=0, 10-0.5*22=-1; 2 / (3*2) = 1/3; mean 10.
    RatioEstimate ratio = RatioEstimate.of(new double[] {10, 10, 10}, new double[] {18, 20, 22});

    assertThat(ratio.logError()).isCloseTo(Math.sqrt(1 / 3.0) / 10, within(1e-15));
    assertThat(ratio.degrees()).isEqualTo(2);
    // Student's t for 2 degrees of freedom, two-sided 95 %, is 4.302653.
    double factor = Math.exp(4.302652729911275 * Math.sqrt(1 / 3.0) / 10);
    assertThat(ratio.estimate().high()).isCloseTo(0.5 * factor, within(1e-9));
    assertThat(ratio.estimate().low()).isCloseTo(0.5 / factor, within(1e-9));
  }

  @Test
  void oneForkHasNoInterval() {
    assertThat(RatioEstimate.of(new double[] {10}, new double[] {2}).estimate().hasInterval())
        .isFalse();
  }

  @Test
  void nothingMeasuredIsNotANumber() {
    assertThat(RatioEstimate.ofMean().value()).isNaN();
    assertThat(RatioEstimate.ofMean().estimate().hasInterval()).isFalse();
  }

  @Test
  void quotientTakesWelchsDegreesOfFreedom() {
    RatioEstimate a = new RatioEstimate(6, 0.03, 4);
    RatioEstimate b = new RatioEstimate(3, 0.04, 9);

    RatioEstimate quotient = a.over(b);

    assertThat(quotient.value()).isEqualTo(2);
    assertThat(quotient.logError()).isCloseTo(0.05, within(1e-15));
    // 0.0025^2 / (0.0009^2 / 4 + 0.0016^2 / 9)
    assertThat(quotient.degrees()).isCloseTo(12.836, within(1e-3));
  }

  @Test
  void inverseHasTheInverseInterval() {
    Estimate ratio = RatioEstimate.ofMean(2, 3, 4).estimate();
    Estimate inverse = RatioEstimate.ofMean(2, 3, 4).inverse().estimate();

    assertThat(inverse.low()).isCloseTo(1 / ratio.high(), within(1e-12));
    assertThat(inverse.high()).isCloseTo(1 / ratio.low(), within(1e-12));
  }

  /** Forks with a true variation of 3 % and 10 %: the interval holds the truth 95 times of 100. */
  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"3, 0.03", "5, 0.03", "10, 0.03", "5, 0.10", "10, 0.10"})
  void intervalCoversTheTruthAsOftenAsItSays(int forks, double variation) {
    Random random = new Random(42);
    int trials = 4000;
    int covered = 0;
    double rate = 250_000;
    for (int trial = 0; trial < trials; trial++) {
      double[] rows = new double[forks];
      double[] seconds = new double[forks];
      for (int f = 0; f < forks; f++) {
        double forkFactor = 1 + variation * random.nextGaussian();
        for (int batch = 0; batch < 8; batch++) {
          rows[f] += 100_000;
          seconds[f] += 100_000 / rate * forkFactor * (1 + 0.03 * random.nextGaussian());
        }
      }
      Estimate estimate = RatioEstimate.of(rows, seconds).estimate();
      covered += estimate.low() <= rate && rate <= estimate.high() ? 1 : 0;
    }

    assertThat(covered / (double) trials).isBetween(0.935, 0.965);
  }
}
