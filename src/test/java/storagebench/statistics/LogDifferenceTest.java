package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Known answers: R's {@code sleep} data (Student 1908) as in the examples of {@code ?t.test}. */
class LogDifferenceTest {
  private static final double[] DRUG_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  private static final double[] DRUG_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void unpairedSamplesGetWelchsAnswer() {
    LogDifference difference = LogDifference.unpaired(DRUG_1, DRUG_2);

    // t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776, p-value = 0.07939,
    // 95 percent confidence interval -3.3654832 0.2054832; the sign is that of group 1 - group 2.
    assertThat(difference.value() / difference.error()).isCloseTo(1.8608, within(5e-5));
    assertThat(difference.degrees()).isCloseTo(17.776, within(5e-4));
    assertThat(difference.pBeyond(0)).isCloseTo(0.07939, within(5e-6));
    assertThat(Math.log(difference.ratio(0.05).low())).isCloseTo(-0.2054832, within(5e-8));
    assertThat(Math.log(difference.ratio(0.05).high())).isCloseTo(3.3654832, within(5e-8));
  }

  @Test
  void pairedSamplesGetStudentsAnswer() {
    double[] differences = IntStream.range(0, 10).mapToDouble(i -> DRUG_2[i] - DRUG_1[i]).toArray();
    LogDifference difference = LogDifference.paired(differences);

    // t.test(Pair(extra.1, extra.2) ~ 1): t = -4.0621, df = 9, p-value = 0.002833,
    // 95 percent confidence interval -2.4598858 -0.7001142.
    assertThat(difference.value() / difference.error()).isCloseTo(4.0621, within(5e-5));
    assertThat(difference.degrees()).isEqualTo(9);
    assertThat(difference.pBeyond(0)).isCloseTo(0.002833, within(5e-7));
    assertThat(Math.log(difference.ratio(0.05).low())).isCloseTo(0.7001142, within(5e-8));
    assertThat(Math.log(difference.ratio(0.05).high())).isCloseTo(2.4598858, within(5e-8));
  }

  @Test
  void testBeyondAMarginIsThatOfTheShiftedDifference() {
    LogDifference difference = LogDifference.unpaired(DRUG_1, DRUG_2);
    LogDifference shifted =
        LogDifference.unpaired(
            DRUG_1, IntStream.range(0, 10).mapToDouble(i -> DRUG_2[i] - 0.5).toArray());

    assertThat(difference.pBeyond(0.5)).isCloseTo(shifted.pBeyond(0), within(1e-12));
    assertThat(difference.pBeyond(2)).isEqualTo(1);
  }

  @Test
  void oneUnitASideHasNeitherIntervalNorTest() {
    LogDifference difference = LogDifference.unpaired(new double[] {1}, new double[] {2});

    assertThat(difference.ratio(0.05).hasInterval()).isFalse();
    assertThat(difference.pBeyond(0)).isNaN();
    assertThat(difference.smallestRatio(0.05, 0.8, 0)).isNaN();
  }

  @Test
  void samplesWithoutSpreadAreDecidedByTheirDifferenceAlone() {
    LogDifference same = LogDifference.unpaired(new double[] {1, 1, 1}, new double[] {1, 1, 1});
    LogDifference other = LogDifference.unpaired(new double[] {1, 1, 1}, new double[] {2, 2, 2});

    assertThat(same.pBeyond(0)).isEqualTo(1);
    assertThat(other.pBeyond(0.03)).isZero();
    assertThat(other.ratio(0.05).low()).isEqualTo(Math.E);
  }

  @Test
  void smallestRatioStartsAtTheMarginAndIsThatOfPowerTablesWhereTheSpreadIsKnown() {
    // R: power.t.test(n = 2000, sd = 1, sig.level = 0.05, power = 0.9)$delta is 0.1025, of the
    // usual approximation (1.95996 + 1.28155) * sqrt(2 / 2000).
    LogDifference many = new LogDifference(0, Math.sqrt(2 / 2000.0), 3998, 3998, 2, 2);

    assertThat(Math.log(many.smallestRatio(0.05, 0.9, 0))).isCloseTo(0.1025, within(1e-4));
    assertThat(Math.log(many.smallestRatio(0.05, 0.9, 0.1) / many.smallestRatio(0.05, 0.9, 0)))
        .isCloseTo(0.1, within(1e-12));
  }

  @Test
  void smallestRatioCountsOnNoMoreDegreesThanNewSamplesWillHave() {
    LogDifference lucky = LogDifference.unpaired(new double[] {1, 2, 3}, new double[] {1, 2, 3});
    LogDifference unlike = LogDifference.unpaired(new double[] {1, 2, 3}, new double[] {1, 1, 1.1});

    assertThat(lucky.degrees()).isCloseTo(4, within(1e-12));
    assertThat(lucky.futureDegrees()).isCloseTo(Math.PI, within(0.01));
    assertThat(unlike.futureDegrees()).isEqualTo(unlike.degrees()).isLessThan(Math.PI);
  }
}
