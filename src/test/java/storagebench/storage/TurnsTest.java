package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {
  @Test
  void eachPairHasATurnOfEachSide() {
    Turns turns = new Turns(7, 3);
    for (int pair = 0; pair < 100; pair++) {
      assertThat(turns.side(2 * pair)).isNotEqualTo(turns.side(2 * pair + 1));
      assertThat(Turns.pair(2 * pair)).isEqualTo(Turns.pair(2 * pair + 1)).isEqualTo(pair);
    }
  }

  @Test
  void everySecondPairMirrorsTheOneBefore() {
    Turns turns = new Turns(7, 3);
    for (int pair = 0; pair < 100; pair += 2) {
      assertThat(turns.side(2 * pair)).isNotEqualTo(turns.side(2 * pair + 2));
    }
  }

  @Test
  void theOrderIsRandomFromBlockToBlockAndFromTrialToTrial() {
    double blocks =
        IntStream.range(0, 2000).map(block -> new Turns(7, 3).side(4 * block)).average().orElse(-1);
    double trials =
        IntStream.range(0, 2000).map(trial -> new Turns(7, trial).side(0)).average().orElse(-1);
    double changes =
        IntStream.range(0, 2000)
            .map(b -> new Turns(7, 3).side(4 * b) ^ new Turns(7, 3).side(4 * b + 4))
            .average()
            .orElse(-1);

    assertThat(blocks).isCloseTo(0.5, within(0.05));
    assertThat(trials).isCloseTo(0.5, within(0.05));
    assertThat(changes).isCloseTo(0.5, within(0.05));
  }

  @Test
  void theSameSeedDrawsTheSame() {
    assertThat(IntStream.range(0, 50).map(new Turns(7, 3)::side).toArray())
        .isEqualTo(IntStream.range(0, 50).map(new Turns(7, 3)::side).toArray())
        .isNotEqualTo(IntStream.range(0, 50).map(new Turns(8, 3)::side).toArray());
  }

  @Test
  void tablesAreMadeInTurnsToo() {
    int[] made = IntStream.range(0, 100).map(trial -> new Turns(7, trial).made()).toArray();

    assertThat(IntStream.of(made).sum()).isEqualTo(50);
    assertThat(made).containsSubsequence(0, 1, 1, 0);
  }
}
