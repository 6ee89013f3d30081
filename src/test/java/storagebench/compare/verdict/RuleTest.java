package storagebench.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.statistics.Estimate;

class RuleTest {
  @ParameterizedTest
  @CsvSource({
    // low, high, test agrees, higher is better
    "1.04, 1.10, true, false, REGRESSION",
    "1.04, 1.10, true, true, IMPROVEMENT",
    "0.90, 0.96, true, false, IMPROVEMENT",
    "0.90, 0.96, true, true, REGRESSION",
    "1.04, 1.10, false, false, INCONCLUSIVE",
    "0.90, 0.96, false, false, INCONCLUSIVE",
    "1.02, 1.10, true, false, INCONCLUSIVE",
    "0.98, 1.02, true, false, EQUIVALENT",
    "0.98, 1.02, false, false, EQUIVALENT",
    "1.01, 1.02, true, false, EQUIVALENT",
    "0.96, 1.02, true, false, INCONCLUSIVE",
    "0.98, 1.05, true, false, INCONCLUSIVE",
    "1.00, 1.00, true, false, EQUIVALENT"
  })
  void verdictFollowsTheIntervalTheMarginAndTheTest(
      double low, double high, boolean agrees, boolean higherIsBetter, Verdict expected) {
    Estimate ratio = new Estimate(Math.sqrt(low * high), low, high);

    assertThat(Rule.verdict(ratio, 0.03, agrees, higherIsBetter)).isEqualTo(expected);
  }

  @Test
  void marginIsTheSameForARatioAndItsInverse() {
    Estimate up = new Estimate(1.05, 1.031, 1.06);
    Estimate down = new Estimate(1 / 1.05, 1 / 1.06, 1 / 1.031);

    assertThat(Rule.verdict(up, 0.03, true, false)).isEqualTo(Verdict.REGRESSION);
    assertThat(Rule.verdict(down, 0.03, true, false)).isEqualTo(Verdict.IMPROVEMENT);
  }

  @Test
  void noIntervalIsInconclusive() {
    Estimate one = new Estimate(1.5, Double.NaN, Double.NaN);

    assertThat(Rule.verdict(one, 0.03, true, false)).isEqualTo(Verdict.INCONCLUSIVE);
  }
}
