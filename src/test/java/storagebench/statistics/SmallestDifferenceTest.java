package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallestDifferenceTest {
  /** By SciPy 1.17: the same integral by adaptive quadrature, its root by Brent's method. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 0.8, 2, 8.775", "0.05, 0.8, 3, 5.702", "0.05, 0.8, 4, 4.678", "0.05, 0.8, 8, 3.564",
    "0.05, 0.9, 8, 4.374", "0.05, 0.8, 18, 3.106", "0.05, 0.9, 38, 3.442", "0.05, 0.8, 300, 2.818",
    "0.001, 0.8, 4, 13.675", "0.001, 0.8, 18, 5.176", "0.00005, 0.8, 8, 10.852"
  })
  void isTheRootOfTheIntegral(double alpha, double power, double degrees, double expected) {
    assertThat(SmallestDifference.inErrors(alpha, power, degrees))
        .isCloseTo(expected, within(expected * 5e-3));
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"3, 0.05", "5, 0.05", "5, 0.001"})
  void newPairsSeeItAsOftenAsIsPromised(int pairs, double alpha) {
    double degrees = pairs - 1.0;
    double multiple = SmallestDifference.inErrors(alpha, 0.8, degrees);
    double critical = TDistribution.of(degrees).inverseSurvivalProbability(alpha / 2);
    SplittableRandom random = new SplittableRandom(1);
    int seen = 0;
    int trials = 20_000;
    for (int i = 0; i < trials; i++) {
      double difference = multiple * pairs(random, pairs).standardError();
      Moments others = pairs(random, pairs);
      seen += difference + others.mean() > critical * others.standardError() ? 1 : 0;
    }

    assertThat(seen / (double) trials).isCloseTo(0.8, within(0.01));
  }

  @Test
  void isFoundForAlphasOfThousandsOfCellsOnThreePairs() {
    double critical = TDistribution.of(2).inverseSurvivalProbability(0.05 / 5000 / 2);

    // Both errors alone decide then: the ratio of their squares is F(2, 2), whose 0.8 quantile is
    // 4.
    assertThat(SmallestDifference.inErrors(0.05 / 5000, 0.8, 2))
        .isCloseTo(2 * critical, within(0.1 * critical));
  }

  private static Moments pairs(SplittableRandom random, int pairs) {
    return Moments.of(DoubleStream.generate(random::nextGaussian).limit(pairs).toArray());
  }
}
