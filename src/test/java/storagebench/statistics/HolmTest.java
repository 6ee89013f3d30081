package storagebench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void correctsAsR() {
    // R: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm") is 0.05 0.08 0.09 0.09 0.09.
    assertThat(Holm.adjust(0.05, 0.01, 0.04, 0.02, 0.03))
        .containsExactly(new double[] {0.09, 0.05, 0.09, 0.08, 0.09}, within(1e-12));
  }

  @Test
  void isNeverAboveOne() {
    assertThat(Holm.adjust(0.9, 0.6)).containsExactly(1, 1);
  }

  @Test
  void leavesASingleTestAlone() {
    assertThat(Holm.adjust(0.04)).containsExactly(0.04);
    assertThat(Holm.adjust()).isEmpty();
  }
}
