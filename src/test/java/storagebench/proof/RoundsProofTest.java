package storagebench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of the proof; {@code results/proof/rounds.md} holds the whole. */
@Tag("slow")
class RoundsProofTest {
  /** As in a run with --until. */
  private static final int FEWEST_ROUNDS = 10;

  @Test
  void underDriftAFixedOrderMistakesHalfOfAllIdenticalCells() {
    assertThat(new Drifting(2, 5, false).falsePositives(false)).isGreaterThan(0.4);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void underDriftRandomRoundsKeepToTheirErrorRate(int cells) {
    assertThat(new Drifting(cells, 5, true).falsePositives(false)).isLessThan(0.06);
    assertThat(new Drifting(cells, 5, true).falsePositives(true)).isBetween(0.04, 0.06);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.03, 0.05})
  void anIntervalThatEndsARunCoversNinetyThreeOfAHundred(double forkCv) {
    assertThat(new Stopping(forkCv, FEWEST_ROUNDS).coverage()).isGreaterThanOrEqualTo(0.93);
  }

  @Test
  void lookingFromTheSecondRoundOnWouldNot() {
    assertThat(new Stopping(0.03, 2).coverage()).isLessThan(0.9);
  }

  @Test
  void whatIsKeptWasMadeByTheseSimulations() throws IOException {
    assertThat(Files.readString(Path.of("results/proof/rounds.md")))
        .contains("## Order of trials")
        .contains("## Precise enough");
  }
}
