package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnytimeTTest {
  /** Ville's inequality: the evidence reaches 1 / alpha with probability alpha. */
  @ParameterizedTest
  @CsvSource({"0.05, 1, 60", "0.001, 1.5, 100", "1e-5, 10, 40", "1e-7, 200, 5000"})
  void atTheBoundTheEvidenceIsOneByAlpha(double alpha, double information, double degrees) {
    double t = AnytimeT.critical(alpha, information, degrees);

    assertThat(AnytimeT.evidence(t, information, degrees) * alpha).isCloseTo(1, within(1e-9));
  }

  /**
   * Of many degrees of freedom it is Robbins' normal mixture, with boundary sqrt((1 + phi / n)
   * log((1 + n / phi) / alpha^2)): "Statistical methods related to the law of the iterated
   * logarithm", Annals of Mathematical Statistics 41, 1970. By hand with phi = 1/25 and n = 1: 1.04
   * (ln 26 + 2 ln 20).
   */
  @Test
  void manyDegreesOfFreedomGiveTheNormalMixture() {
    assertThat(AnytimeT.critical(0.05, 1, 1e8))
        .isCloseTo(Math.sqrt(1.04 * (3.258097 + 5.991465)), within(1e-5));
  }

  @Test
  void fewerDegreesOfFreedomNeedMore() {
    assertThat(AnytimeT.critical(0.01, 5, 20)).isGreaterThan(AnytimeT.critical(0.01, 5, 200));
    assertThat(AnytimeT.critical(0.01, 1, 1)).isInfinite();
    assertThat(AnytimeT.critical(0.01, 1, 0)).isInfinite();
  }

  @Test
  @Tag("slow")
  void lookingAfterEachOfAHundredRoundsErrsSeldomEnough() {
    SplittableRandom random = new SplittableRandom(21);
    int races = 4000;
    int wrong = 0;
    for (int i = 0; i < races; i++) {
      wrong += everBeyond(random) ? 1 : 0;
    }

    assertThat(wrong / (double) races).isBetween(0.03, 0.10);
  }

  /** Whether two of five treatments without a difference are ever told apart at 0.1. */
  private static boolean everBeyond(SplittableRandom random) {
    TwoWayLayout layout = TwoWayLayout.of(5);
    for (int round = 1; round <= 100; round++) {
      layout = layout.with(random.doubles(5, 0, 1).map(u -> random.nextGaussian()).toArray());
      double t = layout.difference(0, 1) / Math.sqrt(2 * layout.variance() / round);
      if (Math.abs(t) > AnytimeT.critical(0.1, round / 2.0, layout.degrees())) {
        return true;
      }
    }
    return false;
  }
}
