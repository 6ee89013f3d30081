package storagebench.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.statistics.Estimate;

class RatioWordsTest {
  @ParameterizedTest
  @CsvSource({
    "1.102, 10 % slower",
    "0.708, 29 % faster",
    "4.86, 386 % slower",
    "25, '2,400 % slower'",
    "1.034, 3.4 % slower",
    "0.9997, under 0.1 % faster",
    "1, equal",
    "NaN, ''",
    "Infinity, ''",
    "0, 100 % faster"
  })
  void aRatioIsAChangeInPercentWithItsDirection(double ratio, String words) {
    assertThat(RatioWords.OF_TIME.of(Estimate.exact(ratio))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "1.102, 1.05, 1.15, 10 % faster",
    "1.102, 0.98, 1.24, could not tell",
    "0.9, 0.81, 1, could not tell",
    "1, 0.99, 1.01, could not tell"
  })
  void whatAnIntervalWithOneInItCannotTellIsNotSaid(
      double ratio, double low, double high, String words) {
    assertThat(RatioWords.OF_SPEED.of(new Estimate(ratio, low, high))).isEqualTo(words);
  }

  @Test
  void sizesAndAmountsHaveWordsOfTheirOwn() {
    assertThat(RatioWords.OF_SIZE.of(Estimate.exact(1.5))).isEqualTo("50 % larger");
    assertThat(RatioWords.OF_AMOUNT.of(Estimate.exact(0.5))).isEqualTo("50 % less");
  }
}
