package storagebench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import storagebench.table.Entry;

/** A part of the proof; {@code results/proof/history.md} holds the whole. */
@Tag("slow")
class HistoryProofTest {
  private static final int FORKS = 10;

  @Test
  void aDriftOfOnePercentAWeekIsFoundWhenItHasBecomeFour() {
    assertThat(MadeUpYear.drifted(28)).isBetween(0.04, 0.041);
    assertThat(HistoryProof.changing(FORKS, false, 10).nightsToDrift(0.5)).isLessThanOrEqualTo(28);
    assertThat(HistoryProof.changing(FORKS, true, 10).nightsToDrift(0.9)).isLessThanOrEqualTo(28);
  }

  @Test
  void nineOfTenStepsOfThreePercentAreFoundWithinAMonth() {
    assertThat(HistoryProof.changing(FORKS, true, 10).nightsToStep(0.9)).isLessThanOrEqualTo(30);
  }

  @Test
  void atMostOneNightInAHundredTellsOfWhatIsNotSo() {
    assertThat(HistoryProof.changing(FORKS, true, 10).falseNights()).isLessThanOrEqualTo(0.01);
    assertThat(HistoryProof.still(FORKS, false, 10).falseNights()).isLessThanOrEqualTo(0.01);
  }

  @Test
  void theKeptTableIsWhatTheSimulationGives() throws IOException {
    List<String> made =
        HistoryProof.render(List.<Entry[]>of(HistoryProof.row(FORKS, true, false)))
            .lines()
            .map(HistoryProofTest::plain)
            .toList();

    assertThat(Files.readAllLines(Path.of("results/proof/history.md")))
        .map(HistoryProofTest::plain)
        .containsAll(made);
  }

  /** A table of one row needs fewer decimals than the whole one. */
  private static String plain(String line) {
    return line.replaceAll("(\\d)\\.0+ ", "$1 ");
  }
}
