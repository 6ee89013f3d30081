package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import storagebench.stream.StepCost.Line;

class StepCostTest {
  private final StepCost cost = new StepCost(3000);

  @Test
  void stepsOfSeveralSizesTellWhatIsFixedAndWhatEachRowAdds() {
    cost.add(1000, 0.6);
    cost.add(2000, 0.7);
    cost.add(9000, 1.4);

    assertThat(cost.isGuess()).isFalse();
    assertThat(cost.line().fixed()).isCloseTo(0.5, within(1e-12));
    assertThat(cost.line().perRow()).isCloseTo(0.0001, within(1e-15));
  }

  @Test
  void stepsOfOneSizeAreSharedOutByTheGuess() {
    cost.add(1000, 0.7);
    cost.add(1000, 0.9);

    assertThat(cost.isGuess()).isTrue();
    assertThat(cost.line())
        .satisfies(line -> assertThat(line.fixed()).isCloseTo(0.6, within(1e-12)));
    assertThat(cost.line().of(1000)).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void nothingCostsLessThanNothing() {
    StepCost falling = new StepCost(3000);
    falling.add(1000, 3);
    falling.add(2000, 1);
    StepCost steep = new StepCost(3000);
    steep.add(1000, 1);
    steep.add(2000, 5);

    assertThat(falling.line()).isEqualTo(new Line(2, 0));
    assertThat(steep.line()).isEqualTo(new Line(0, 0.002));
  }

  @Test
  void beforeTheFirstStepNothingIsCounted() {
    assertThat(cost.isUnknown()).isTrue();
    assertThat(cost.line()).isEqualTo(new Line(0, 0));
  }
}
