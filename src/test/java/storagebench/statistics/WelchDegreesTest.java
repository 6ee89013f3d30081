package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WelchDegreesTest {
  /** By hand from 2 and 3 units a side; the others by SciPy 1.17, adaptive quadrature over Beta. */
  @ParameterizedTest
  @CsvSource({
    "2, 2, 1.414214",
    "3, 3, 3.141593",
    "5, 5, 6.849556",
    "10, 10, 16.536697",
    "30, 30, 56.225477",
    "3, 6, 4.637326",
    "6, 3, 4.637326",
    "3, 10, 4.971729"
  })
  void expectedOnesAreTheMeanOverAllSharesOfTheSpread(int unitsA, int unitsB, double degrees) {
    assertThat(WelchDegrees.expected(unitsA, unitsB)).isCloseTo(degrees, within(0.01));
  }

  @Tag("slow")
  @Test
  void newSamplesHaveThemOnAverage() {
    SplittableRandom random = new SplittableRandom(1);
    double mean =
        DoubleStream.generate(
                () -> LogDifference.unpaired(sample(random, 3), sample(random, 6)).degrees())
            .limit(20_000)
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(WelchDegrees.expected(3, 6), within(0.05));
  }

  private static double[] sample(SplittableRandom random, int units) {
    return DoubleStream.generate(random::nextGaussian).limit(units).toArray();
  }
}
