package storagebench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountTest {
  @Test
  void oneIsSingularAndAllElseIsPlural() {
    assertThat(Count.of(1, "cell")).isEqualTo("1 cell");
    assertThat(Count.of(0, "cell")).isEqualTo("0 cells");
    assertThat(Count.of(2, "warm-up pair")).isEqualTo("2 warm-up pairs");
  }

  @Test
  void nounsThatTakeMoreThanAnSDo() {
    assertThat(Count.of(500, "batch")).isEqualTo("500 batches");
    assertThat(Count.of(2, "primary")).isEqualTo("2 primaries");
    assertThat(Count.of(2, "day")).isEqualTo("2 days");
  }

  @Test
  void largeNumbersAreGroupedWhateverTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Count.of(406_000, "row")).isEqualTo("406,000 rows");
    } finally {
      Locale.setDefault(before);
    }
  }
}
