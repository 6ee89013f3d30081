package storagebench.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Selection SELECTION =
      select("insertSelect", "-f", "4", "-p", "batchSize=10,20,30", "-p", "variant=HEAP,AO");

  @Test
  void theSameSeedGivesTheSameOrderAndAnotherSeedAnother() {
    assertThat(Rounds.of(SELECTION, 1)).isEqualTo(Rounds.of(SELECTION, 1));
    assertThat(Rounds.of(SELECTION, 1)).isNotEqualTo(Rounds.of(SELECTION, 2));
  }

  @Test
  void everyRoundHasEveryCellOnce() {
    List<Rounds.Trial> trials = Rounds.of(SELECTION, 7);
    int cells = SELECTION.cells().size();

    assertThat(cells).isEqualTo(3 * 2 * 2);
    assertThat(trials).hasSize(4 * cells);
    for (int round = 0; round < 4; round++) {
      int number = round;
      List<Rounds.Trial> one = trials.subList(round * cells, (round + 1) * cells);
      assertThat(one).allMatch(trial -> trial.round() == number);
      assertThat(one)
          .extracting(Rounds.Trial::cell)
          .containsExactlyInAnyOrderElementsOf(SELECTION.cells());
    }
  }

  @Test
  void roundsDifferInTheirOrder() {
    List<Rounds.Trial> trials = Rounds.of(SELECTION, 7);
    int cells = SELECTION.cells().size();

    assertThat(trials.subList(0, cells).stream().map(Rounds.Trial::cell))
        .isNotEqualTo(SELECTION.cells())
        .doesNotContainSequence(
            trials.subList(cells, 2 * cells).stream().map(Rounds.Trial::cell).toList());
  }

  @Test
  void noForksIsOneRound() {
    List<Rounds.Trial> trials =
        Rounds.of(select("copy", "-f", "0", "-p", "variant=HEAP", "-p", "batchSize=10"), 7);

    assertThat(trials).hasSize(4);
  }

  @Test
  void withoutANameOnlyTheStorageBenchmarksAreSelected() {
    assertThat(select().cells())
        .isNotEmpty()
        .allMatch(cell -> cell.benchmark().startsWith("storagebench.benchmark."));
    assertThat(select().needsTarget()).isTrue();
  }

  private static Selection select(String... arguments) {
    return Selection.of(BenchmarkArguments.parse(List.of(arguments)));
  }
}
