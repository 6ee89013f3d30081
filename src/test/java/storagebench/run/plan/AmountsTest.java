package storagebench.run.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({"100M, 1e8", "2.5M, 2.5e6", "40k, 4e4", "100000000, 1e8", "1G, 1e9"})
  void rowsAreWrittenInFullOrWithALetter(String text, double rows) {
    assertThat(new Amounts.Rows().convert(text)).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "0", "-1", "1m", "1e8", "NaN", "1 M", "0.0k"})
  void whatIsNoNumberOfRowsIsRefused(String text) {
    assertThatThrownBy(() -> new Amounts.Rows().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "' is no number of rows, such as 40k");
  }

  @Test
  void aTimeToAskForIsNeverShorterThanTheTimeNeeded() {
    assertThat(Amounts.option(Duration.ofMillis(1500))).isEqualTo("2s");
    assertThat(Amounts.option(Duration.ofSeconds(59))).isEqualTo("1m");
    assertThat(Amounts.option(Duration.ofSeconds(61))).isEqualTo("2m");
  }
}
