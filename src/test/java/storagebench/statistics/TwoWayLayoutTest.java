package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TwoWayLayoutTest {
  private static final TwoWayLayout TWO_ROUNDS = TwoWayLayout.of(3).with(1, 2, 3).with(2, 4, 3);

  /** By hand: residuals of three treatments in three rounds have a sum of squares of 14. */
  @Test
  void residualVarianceIsThatOfTheAdditiveModel() {
    TwoWayLayout layout = TWO_ROUNDS.with(6, 3, 9);

    assertThat(layout.degrees()).isEqualTo(4);
    assertThat(layout.variance()).isCloseTo(14 / 4.0, within(1e-12));
    assertThat(layout.difference(2, 0)).isCloseTo(2, within(1e-12));
  }

  /** R: deviance(lm(y ~ treatment + round)) without the last value of the third is 7.75. */
  @Test
  void oneThatLeftCountsInTheRoundsThatItWasIn() {
    TwoWayLayout layout = TWO_ROUNDS.with(6, 3, Double.NaN);

    assertThat(layout.degrees()).isEqualTo(3);
    assertThat(layout.variance()).isCloseTo(7.75 / 3, within(1e-12));
    assertThat(layout.rounds(2)).isEqualTo(2);
    assertThatThrownBy(() -> layout.difference(2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("one of 2 and 0 has left");
  }

  @Test
  void whatARoundHasInCommonFallsOut() {
    TwoWayLayout shifted = TwoWayLayout.of(3).with(1, 2, 3).with(102, 104, 103).with(-4, -7, -1);
    TwoWayLayout layout = TWO_ROUNDS.with(6, 3, 9);

    assertThat(shifted.variance()).isCloseTo(layout.variance(), within(1e-9));
    assertThat(shifted.difference(1, 0)).isCloseTo(layout.difference(1, 0), within(1e-9));
    assertThat(shifted.deviation(1, 0)).isCloseTo(layout.deviation(1, 0), within(1e-9));
  }

  @Test
  void oneThatVariesMoreThanOthersHasALargerDeviation() {
    TwoWayLayout layout = TwoWayLayout.of(4);
    for (int round = 0; round < 12; round++) {
      double sign = round % 2 == 0 ? 1 : -1;
      double quiet = round % 3 == 0 ? 0.1 : -0.1;
      layout = layout.with(quiet, -quiet, sign * quiet, sign);
    }

    assertThat(layout.deviation(3, 0)).isGreaterThan(1.2 * layout.deviation(1, 0));
    assertThat(layout.deviation(1, 0)).isEqualTo(Math.sqrt(2 * layout.variance()));
  }

  /** The last round was slower by 10 for both that were in it: their means rose by 5 and 3. */
  @Test
  void theMeanOfOneThatLeftIsAdjustedForTheRoundsItMissed() {
    TwoWayLayout layout = TwoWayLayout.of(3).with(1, 2, 3).with(11, 8, Double.NaN);

    assertThat(layout.adjusted(0)).isEqualTo(6);
    assertThat(layout.adjusted(2)).isEqualTo(3 + (5 + 3) / 2.0);
    assertThat(TwoWayLayout.of(2).with(1, Double.NaN).adjusted(1)).isNaN();
  }

  @Test
  void oneRoundHasNoVariance() {
    assertThat(TwoWayLayout.of(2).with(1, 2).degrees()).isZero();
    assertThat(TwoWayLayout.of(2).with(1, 2).variance()).isNaN();
  }
}
