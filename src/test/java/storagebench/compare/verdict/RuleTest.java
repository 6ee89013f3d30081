package storagebench.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.statistics.Estimate;

class RuleTest {
  @ParameterizedTest
  @CsvSource({
    // low, high, beyond the margin, changed, higher is better
    "1.04, 1.10, true, true, false, REGRESSION",
    "1.04, 1.10, true, true, true, IMPROVEMENT",
    "0.90, 0.96, true, true, false, IMPROVEMENT",
    "0.90, 0.96, true, true, true, REGRESSION",
    "1.04, 1.10, false, true, false, DIFFERS",
    "0.90, 0.96, false, false, false, COULD_NOT_TELL",
    "1.02, 1.10, false, true, false, DIFFERS",
    "0.98, 1.02, true, true, false, EQUIVALENT",
    "0.98, 1.02, false, false, false, EQUIVALENT",
    "1.01, 1.02, false, true, false, EQUIVALENT",
    "0.961, 0.989, false, true, false, DIFFERS",
    "0.961, 0.989, false, false, false, COULD_NOT_TELL",
    "0.96, 1.02, true, true, false, COULD_NOT_TELL",
    "0.98, 1.05, true, true, false, COULD_NOT_TELL",
    "1.00, 1.00, true, true, false, EQUIVALENT"
  })
  void verdictFollowsTheIntervalTheMarginAndTheTests(
      double low,
      double high,
      boolean beyond,
      boolean changed,
      boolean higherIsBetter,
      Verdict expected) {
    Estimate ratio = new Estimate(Math.sqrt(low * high), low, high);

    assertThat(Rule.verdict(ratio, 0.03, beyond, changed, higherIsBetter)).isEqualTo(expected);
  }

  @Test
  void marginIsTheSameForARatioAndItsInverse() {
    Estimate up = new Estimate(1.05, 1.031, 1.06);
    Estimate down = new Estimate(1 / 1.05, 1 / 1.06, 1 / 1.031);

    assertThat(Rule.verdict(up, 0.03, true, true, false)).isEqualTo(Verdict.REGRESSION);
    assertThat(Rule.verdict(down, 0.03, true, true, false)).isEqualTo(Verdict.IMPROVEMENT);
  }

  @Test
  void withoutAnIntervalNothingCouldBeTold() {
    Estimate one = new Estimate(1.5, Double.NaN, Double.NaN);

    assertThat(Rule.verdict(one, 0.03, true, true, false)).isEqualTo(Verdict.COULD_NOT_TELL);
  }
}
