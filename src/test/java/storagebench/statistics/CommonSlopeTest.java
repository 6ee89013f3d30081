package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import storagebench.statistics.CommonSlope.Group;

class CommonSlopeTest {
  private static final double[] X = {1, 2, 3, 5};
  private static final double[] Y = {2, 3, 5, 6};

  @Test
  void ofOneGroupIsThatOfALine() {
    Estimate slope = CommonSlope.of(List.of(new Group(X, Y)));
    Estimate line = LinearFit.of(X, Y).slope();

    assertThat(slope.value()).isCloseTo(line.value(), within(1e-12));
    assertThat(slope.low()).isCloseTo(line.low(), within(1e-12));
    assertThat(slope.high()).isCloseTo(line.high(), within(1e-12));
  }

  @Test
  void ofTwoGroupsIsThatOfRegressionOnXAndTheGroup() {
    Estimate slope =
        CommonSlope.of(
            List.of(
                new Group(new double[] {1, 2, 3}, new double[] {2, 3, 5}),
                new Group(new double[] {1, 4, 6}, new double[] {10, 13, 14})));

    // numpy.linalg.lstsq of y on x and an indicator of each group; Student's interval, 3 degrees.
    assertThat(slope.value()).isCloseTo(0.9090909091, within(1e-9));
    assertThat(slope.low()).isCloseTo(0.3808795062, within(1e-9));
    assertThat(slope.high()).isCloseTo(1.4373023120, within(1e-9));
  }

  @Test
  void levelsOfTheGroupsDoNotCount() {
    Group low = new Group(new double[] {0, 1}, new double[] {1, 1});
    Group high = new Group(new double[] {9, 10}, new double[] {100, 100});

    assertThat(CommonSlope.of(List.of(low, high)).value()).isZero();
  }

  @Test
  void tooFewPointsHaveNoInterval() {
    assertThat(CommonSlope.of(List.of()).hasInterval()).isFalse();
    assertThat(CommonSlope.of(List.of(new Group(new double[] {1, 2}, new double[] {1, 2}))))
        .satisfies(slope -> assertThat(slope.hasInterval()).isFalse());
    assertThat(CommonSlope.of(List.of(new Group(new double[] {1}, new double[] {1}))).value())
        .isNaN();
  }
}
