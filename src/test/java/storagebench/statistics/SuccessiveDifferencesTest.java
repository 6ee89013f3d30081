package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against known answers, and by simulation. */
class SuccessiveDifferencesTest {
  @Test
  void theVarianceIsHalfTheMeanSquare() {
    SuccessiveDifferences four = SuccessiveDifferences.of(1, -2, 3, 0);

    assertThat(four.variance()).isCloseTo(14 / 8.0, within(1e-12));
    assertThat(four.degrees()).isCloseTo(32 / 11.0, within(1e-12));
  }

  @Test
  void oneDifferenceHasOneDegreeOfFreedomAndNoneHasNone() {
    assertThat(SuccessiveDifferences.of(2).variance()).isEqualTo(2);
    assertThat(SuccessiveDifferences.of(2).degrees()).isEqualTo(1);
    assertThat(SuccessiveDifferences.of().variance()).isNaN();
    assertThat(SuccessiveDifferences.of().degrees()).isZero();
  }

  @Test
  void steadyDriftHardlyAddsToIt() {
    double[] drift =
        IntStream.range(0, 100).mapToDouble(i -> (i % 2 == 0 ? 1 : -1) + 0.01).toArray();

    assertThat(SuccessiveDifferences.of(drift).variance()).isCloseTo(0.5, within(1e-3));
  }

  @Tag("slow")
  @Test
  void meanAndSpreadAreThoseOfAChiSquareWithItsDegrees() {
    Random random = new Random(7);
    int repeats = 20_000;
    double[] variances = new double[repeats];
    for (int i = 0; i < repeats; i++) {
      double[] values = random.doubles(11).map(u -> random.nextGaussian()).toArray();
      variances[i] =
          SuccessiveDifferences.of(
                  IntStream.range(1, 11).mapToDouble(k -> values[k] - values[k - 1]).toArray())
              .variance();
    }
    Moments moments = Moments.of(variances);
    double degrees = SuccessiveDifferences.of(new double[10]).degrees();

    assertThat(moments.mean()).isCloseTo(1, within(0.02));
    assertThat(moments.deviation()).isCloseTo(Math.sqrt(2 / degrees), within(0.02));
  }
}
