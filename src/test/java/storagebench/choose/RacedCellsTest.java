package storagebench.choose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

/** What a race makes of the trials that are there, such as those of a folder. */
class RacedCellsTest {
  private static final List<PlannedCell> CELLS =
      Stream.of("HEAP", "AO", "AOCO").map(RacedCellsTest::cell).toList();

  private static final PlannedCell AO = cell("AO");

  private static PlannedCell cell(String variant) {
    PlannedCell named =
        new PlannedCell("a.B.insertSelect", Map.of("batchSize", "1000", "variant", variant));
    return named.withOptions(named.variant().orElseThrow());
  }

  private static RacedCells cells() {
    return RacedCells.of(CELLS, Map.of(), 0.03, RaceGoal.ERROR).get(0);
  }

  /** So many whole rounds. */
  private static List<FinishedTrial> rounds(int count) {
    List<FinishedTrial> trials = new ArrayList<>();
    for (int round = 0; round < count; round++) {
      for (PlannedCell cell : CELLS) {
        trials.add(MadeUpTrials.finished(new Rounds.Trial(cell, round), trials.size() + 1));
      }
    }
    return trials;
  }

  /** So many rounds, of which one lacks AO, and each after it. */
  private static List<FinishedTrial> withoutAoFrom(int lacking, int count) {
    return rounds(count).stream()
        .filter(trial -> !trial.trial().cell().equals(AO) || trial.trial().round() < lacking)
        .toList();
  }

  private static Race soFar(List<FinishedTrial> finished, Set<PlannedCell> failed) {
    return cells().soFar(finished, failed).orElseThrow();
  }

  private static List<String> names(List<Contender> contenders) {
    return contenders.stream().map(Contender::name).toList();
  }

  @Test
  void aRoundThatWasCutShortDoesNotCount() {
    List<FinishedTrial> finished = rounds(4);

    assertThat(soFar(finished.subList(0, 10), Set.of()))
        .usingRecursiveComparison()
        .isEqualTo(soFar(rounds(3), Set.of()));
    assertThat(cells().soFar(finished.subList(0, 2), Set.of())).isEmpty();
  }

  @Test
  void oneWithoutAFirstTrialHasFailedOnceTheRoundHasEnded() {
    Race race = soFar(withoutAoFrom(0, 3), Set.of());

    assertThat(race.rounds()).isEqualTo(3);
    assertThat(names(race.contenders())).containsExactly("AOCO", "HEAP");
    assertThat(cells().without(race)).containsExactly("AO");
  }

  @Test
  void oneWithoutATrialInARoundThatHasEndedIsWithdrawn() {
    Race race = soFar(withoutAoFrom(2, 5), Set.of());

    assertThat(race.rounds()).isEqualTo(5);
    assertThat(race.withdrawn())
        .singleElement()
        .satisfies(left -> assertThat(left.contender().name()).isEqualTo("AO"))
        .satisfies(left -> assertThat(left.rounds()).isEqualTo(2));
    assertThat(cells().without(race)).isEmpty();
  }

  @Test
  void theLastRoundIsWholeIfWhatItLacksIsKnownToHaveFailed() {
    List<FinishedTrial> finished = withoutAoFrom(4, 5);

    assertThat(soFar(finished, Set.of(AO)).rounds()).isEqualTo(5);
    assertThat(soFar(finished, Set.of(AO)).withdrawn()).hasSize(1);
    assertThat(soFar(finished, Set.of()).rounds()).isEqualTo(4);
    assertThat(soFar(finished, Set.of()).withdrawn()).isEmpty();
    assertThat(soFar(withoutAoFrom(0, 1), Set.of(AO)).rounds()).isEqualTo(1);
    assertThat(cells().soFar(withoutAoFrom(0, 1), Set.of())).isEmpty();
  }

  @Test
  void aRoundIsPastOnceALaterOneHasBegun() {
    List<FinishedTrial> finished = rounds(3).subList(0, 7);

    assertThat(cells().isPast(1, finished)).isTrue();
    assertThat(cells().isPast(2, finished)).isFalse();
  }

  @Test
  void aRaceThatIsReadFromItsTrialsIsTheOneThatWasWatchedRoundForRound() {
    for (int failing : new int[] {0, 3, 9, 10}) {
      RacedCells watched = cells();
      for (int round = 1; round <= 10; round++) {
        watched.open(withoutAoFrom(failing, round), round);
      }
      List<FinishedTrial> finished = withoutAoFrom(failing, 10);

      assertThat(watched.soFar(finished, Set.of(AO)).orElseThrow())
          .as("AO fails in round " + failing)
          .usingRecursiveComparison()
          .isEqualTo(soFar(finished, Set.of(AO)));
    }
  }
}
