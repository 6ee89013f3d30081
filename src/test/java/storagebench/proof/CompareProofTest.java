package storagebench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.proof.Setting.Drift;

/** A part of the proof; {@code results/proof/compare.md} holds the whole. */
@Tag("slow")
class CompareProofTest {
  @ParameterizedTest
  @CsvSource({"0, 5, 20", "0.03, 3, 5", "0.03, 5, 10", "0.05, 10, 5"})
  void falsePositivesAreThreeToSixOfAHundred(double cv, int forks, int iterations) {
    double rate = Rates.of(Setting.identical(cv, forks, iterations), Decision.FORK_MEANS::alarms);

    assertThat(rate).isBetween(0.03, 0.06);
  }

  @Test
  void pooledIterationsRaiseMoreThanATenthOfFalseAlarms() {
    Setting setting = Setting.identical(0.03, 5, 10);

    assertThat(Rates.of(setting, Decision.MANN_WHITNEY::alarms)).isGreaterThan(0.1);
  }

  @Test
  void aSlowdownOfEightPercentIsSeenByFiveForks() {
    Setting slower = Setting.identical(0.03, 5, 10).slowerBy(0.08);

    assertThat(Rates.of(slower, Decision.FORK_MEANS::alarms)).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 0, false", "3, 1, 0.03, true", "5, 48, 0.03, false", "10, 48, 0, true"})
  void thePrintedSmallestChangeIsSeenInEightyOfAHundred(
      int forks, int cells, double margin, boolean paired) {
    Setting setting = Setting.identical(0.03, forks, 10).drifting(Drift.NONE, paired);

    assertThat(SmallestChange.of(setting, margin, cells).power()).isBetween(0.75, 0.85);
  }

  @Test
  void driftDoesNotLookLikeAChangeWhenMeasuredInTurns() {
    Setting drifting = Setting.identical(0.03, 10, 10).drifting(Drift.STEADY, true);

    assertThat(Rates.of(drifting, Decision.FORK_MEANS::alarms)).isLessThanOrEqualTo(0.06);
  }

  @Test
  void atMostFiveOfAHundredSuitesRaiseAnyAlarm() {
    assertThat(SuiteAlarms.of(Setting.identical(0.03, 10, 10)).corrected())
        .isLessThanOrEqualTo(0.05);
  }

  @Test
  void theKeptTableHasWhatTheFourRunsOfThePullRequestGive() throws IOException {
    assertThat(Files.readString(Path.of("results/proof/compare.md")))
        .contains("| 0.919 | 0.757 to 1.117 | could not tell | 6 |");
    assertThat(PullRequest1364.table().rows().get(0).get(2).text()).contains("could not tell");
  }
}
