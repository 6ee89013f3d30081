package storagebench.run.told;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void ratesAreToldOnceThereAreAny() {
    assertThat(soFar(Map.of())).isEmpty();
    assertThat(soFar(Map.of("AO", 12345.6))).isEqualTo("so far: AO 12,346 rows/s");
  }

  private static String soFar(Map<String, Double> rates) {
    return Words.soFar(new Standing(0, 2, Optional.empty(), rates));
  }
}
