package storagebench.choose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;
import storagebench.Console;
import storagebench.run.RunKind;
import storagebench.run.RunOutcome;
import storagebench.run.RunSession;
import storagebench.run.folder.FailedTrial;
import storagebench.run.folder.KeptRun;
import storagebench.run.folder.NewFolder;
import storagebench.run.folder.ResultFiles;
import storagebench.run.folder.RunLog;
import storagebench.run.folder.RunPlan;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.run.plan.Selection;
import storagebench.run.progress.RowsPerSecond;

/** Races that were killed and are resumed, with trials that take no time. */
class ResumedRaceTest {
  private static final IllegalStateException KILLED = new IllegalStateException("killed");
  private static final double MARGIN = 0.05;
  private static final int LAST = 3;

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final List<Rounds.Trial> measured = new ArrayList<>();
  private Predicate<Rounds.Trial> fails = trial -> false;
  private Predicate<Rounds.Trial> killed = trial -> false;

  @Test
  void whatFailedInARoundThatIsPastIsNotTriedAgainAndTheRaceIsTheUninterruptedOne() {
    for (int failing : new int[] {0, 2}) {
      fails = aoFrom(failing);
      killed = trial -> false;
      FinishedRace uninterrupted = race(folder());
      NewFolder folder = folder();
      killed = trial -> trial.round() > LAST;
      assertThatThrownBy(() -> race(folder)).isSameAs(KILLED);

      FinishedRace race = resumed(folder);

      assertThat(measured).extracting(MadeUpTrials::variant).isNotEmpty().doesNotContain("AO");
      assertThat(race.race())
          .as("AO fails in round " + failing)
          .usingRecursiveComparison()
          .isEqualTo(uninterrupted.race());
      assertThat(race.failed()).isEqualTo(uninterrupted.failed());
    }
  }

  @Test
  void whatFailedInTheLastRoundIsTriedAgain() {
    NewFolder folder = folder();
    fails = aoFrom(2);
    killed = trial -> trial.round() > 2;
    assertThatThrownBy(() -> race(folder)).isSameAs(KILLED);

    FinishedRace race = resumed(folder);

    assertThat(measured.get(0).round()).isEqualTo(2);
    assertThat(MadeUpTrials.variant(measured.get(0))).isEqualTo("AO");
    assertThat(race.race().withdrawn()).isEmpty();
  }

  @Test
  void roundsThatArePastAreNotAnnouncedAgain() {
    NewFolder folder = folder();
    fails = aoFrom(0);
    killed = trial -> trial.round() > LAST;
    assertThatThrownBy(() -> race(folder)).isSameAs(KILLED);

    resumed(folder);

    assertThat(out.toString())
        .containsPattern("variant=AO.*: no trial, its round is over")
        .doesNotContain("Not enough is known yet: round " + LAST + ".")
        .contains("Not enough is known yet: round " + (LAST + 2) + ".");
  }

  @Test
  void aSpentBudgetIsNoReasonNotToAnswerThoughTheOnlyRoundHadAFailure() {
    NewFolder folder = folder();
    keep(folder, 0, "HEAP", "AO");

    FinishedRace race = race(folder, true, "HEAP,AO", "--budget", "1s");

    assertThat(measured).isEmpty();
    assertThat(race.failed()).containsExactly("AO");
    assertThat(race.race().decided()).isTrue();
    assertThat(out.toString()).contains("is spent, 1 trial not measured");
  }

  @Test
  void aSpentBudgetIsNoReasonToLeaveOutARoundInWhichOneFailed() {
    NewFolder folder = folder();
    keep(folder, LAST, "HEAP", "AOCO", "AO");

    FinishedRace race = race(folder, true, "HEAP,AO,AOCO", "--budget", "1s");

    assertThat(measured).isEmpty();
    assertThat(race.race().rounds()).isEqualTo(LAST + 1);
    assertThat(race.race().withdrawn())
        .extracting(left -> left.contender().name())
        .containsExactly("AO");
  }

  /** Rounds of these variants, of which the last one fails in the last round. */
  private void keep(NewFolder folder, int last, String... variants) {
    BenchmarkArguments arguments = arguments(String.join(",", variants));
    List<PlannedCell> cells = Selection.of(arguments).cells();
    RunPlan plan = RunPlan.of(arguments, 7).withCells(cells);
    try (KeptRun kept = KeptRun.begin(folder, plan, new ResultFiles(folder.path(), cells))) {
      for (int round = 0; round <= last; round++) {
        for (PlannedCell cell : cells) {
          Rounds.Trial trial = new Rounds.Trial(cell, round);
          if (round == last && MadeUpTrials.variant(trial).equals(variants[variants.length - 1])) {
            kept.add(new FailedTrial(trial, kept.nextPosition(), "no luck"));
          } else {
            kept.add(MadeUpTrials.finished(trial, kept.nextPosition()));
          }
        }
      }
    }
  }

  private static Predicate<Rounds.Trial> aoFrom(int round) {
    return trial -> MadeUpTrials.variant(trial).equals("AO") && trial.round() >= round;
  }

  private NewFolder folder() {
    return NewFolder.create(directory, Clock.systemUTC());
  }

  private FinishedRace race(NewFolder folder) {
    return race(folder, false, "HEAP,AO,AOCO");
  }

  /** Nothing fails any more. */
  private FinishedRace resumed(NewFolder folder) {
    fails = trial -> false;
    killed = trial -> false;
    measured.clear();
    out.getBuffer().setLength(0);
    return race(folder, true, "HEAP,AO,AOCO");
  }

  private static BenchmarkArguments arguments(String variants, String... more) {
    List<String> words = new ArrayList<>(List.of("insertSelect", "-p", "variant=" + variants));
    words.addAll(List.of("-p", "batchSize=1000", "-p", "indexes=false", "-f", "1"));
    words.addAll(List.of(more));
    return BenchmarkArguments.parse(words);
  }

  private FinishedRace race(NewFolder folder, boolean resumed, String variants, String... more) {
    BenchmarkArguments arguments = arguments(variants, more);
    Selection selection = Selection.of(arguments);
    RunPlan plan = RunPlan.of(arguments, 7).withCells(selection.cells());
    ResultFiles files = new ResultFiles(folder.path(), plan.cells());
    Console console = new Console(new PrintWriter(out), new PrintWriter(out), false, false);
    try (KeptRun kept =
            resumed
                ? KeptRun.resume(folder, plan, files, console)
                : KeptRun.begin(folder, plan, files);
        RunLog log = RunLog.open(folder, arguments)) {
      RaceGoal goal = new RaceGoal(kept, Map.of(), MARGIN);
      RunKind kind =
          new RunKind(
              (trial, batches) -> measured(trial),
              goal,
              new RowsPerSecond(),
              c -> Optional.empty());
      RunOutcome outcome =
          new RunSession(kept, List.of(), log, console, false)
              .run(kind, new Rounds(selection, plan.order(), plan.seed()));
      return goal.choices(outcome.failed(), OptionalDouble.empty()).all().get(0);
    }
  }

  private List<RunResult> measured(Rounds.Trial trial) throws RunnerException {
    if (killed.test(trial)) {
      throw KILLED;
    }
    measured.add(trial);
    if (fails.test(trial)) {
      throw new RunnerException(new BenchmarkException(new IllegalStateException("no luck")));
    }
    return MadeUpTrials.results(trial);
  }
}
