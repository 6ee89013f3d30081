package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantilesTest {
  @Test
  void quantilesAreThoseOfR() {
    double[] values = {3, 1, 2, 10};

    assertThat(Quantiles.of(values, 0.25)).isEqualTo(1.75);
    assertThat(Quantiles.median(values)).isEqualTo(2.5);
    assertThat(Quantiles.of(values, 0.95)).isCloseTo(8.95, within(1e-12));
    assertThat(Quantiles.of(new double[0], 0.5)).isNaN();
  }

  @Test
  void theValuesStayInTheirOrder() {
    double[] values = {3, 1, 2, 10};

    Quantiles.median(values);

    assertThat(values).containsExactly(3, 1, 2, 10);
  }
}
