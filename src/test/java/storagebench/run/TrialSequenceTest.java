package storagebench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;
import storagebench.Console;
import storagebench.fixture.JmhForks;
import storagebench.results.Cell;
import storagebench.results.JmhReader;
import storagebench.results.TrialLog;
import storagebench.run.folder.KeptRun;
import storagebench.run.folder.NewFolder;
import storagebench.run.folder.ResultFiles;
import storagebench.run.folder.RunLog;
import storagebench.run.folder.RunPlan;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.Goal;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.run.plan.Selection;
import storagebench.run.plan.Time;
import storagebench.run.progress.Progress;
import storagebench.run.progress.RowsPerSecond;

/** The order, the end and the clock of a run, with trials that take no time. */
class TrialSequenceTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final List<Rounds.Trial> run = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private Function<KeptRun, Goal> goal = UntilPrecise::of;
  private int failsInRound;
  private long wall = 1_767_600_000L;

  @Test
  void fixedOrderRunsAllTrialsOfACellBackToBack() {
    RunOutcome outcome = run(10, 0, "--order", "fixed", "-f", "3");

    assertThat(outcome.finished()).isEqualTo(6);
    assertThat(run).extracting(Rounds.Trial::round).containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(run.subList(0, 3)).extracting(Rounds.Trial::cell).containsOnly(run.get(0).cell());
  }

  @Test
  void aClockThatIsSetBackMakesNoTimeNegativeAndLeavesTheBudgetAlone() {
    wall = 4_000_000_000L;
    run(10, -3600, "-f", "4", "--budget", "1h");
    TrialLog log = TrialLog.beside(results()).orElseThrow();

    assertThat(log.trials()).hasSize(8).allSatisfy(t -> assertThat(t.seconds()).isEqualTo(10));
    assertThat(log.trials()).extracting(TrialLog.Trial::position).isSorted();
    assertThat(Instant.parse(log.trials().get(7).started()))
        .isBefore(Instant.parse(log.trials().get(0).started()));
  }

  @Test
  void aBudgetBeginsNoTrialThatWouldEndAfterIt() {
    RunOutcome outcome = run(10, 10, "-f", "4", "--budget", "35s");

    assertThat(outcome.finished()).isEqualTo(3);
    assertThat(out.toString())
        .contains("The budget of 35 s is spent, 5 trials not measured.")
        .containsPattern("go on with: .*--resume .* --budget TIME\n")
        .containsPattern("\\[2/8\\] .*, 15 s left\n");
  }

  @Test
  void roundsAreAddedUntilEveryCellIsPreciseEnough() {
    RunOutcome outcome = run(0, 0, "-f", "2", "--until", "2%");
    List<Cell> cells = new ArrayList<>();
    JmhReader.read(results(), cells::add);
    int rounds = outcome.finished() / 2;

    assertThat(rounds).isBetween(UntilPrecise.FEWEST_ROUNDS, UntilPrecise.MOST_ROUNDS - 1);
    assertThat(cells).hasSize(2).allMatch(cell -> cell.forks().size() == rounds);
    assertThat(out.toString()).contains("Every cell's 95 % interval is within ±2.0 %.");
  }

  @Test
  void aCellThatDropsOutIsToldOfOnceHoweverManyRoundsTheOthersGoOn() {
    goal = kept -> new OnlyTen();
    RunOutcome outcome = run(0, 0, "-f", "1");

    assertThat(outcome.finished()).isEqualTo(1 + OnlyTen.ROUNDS);
    assertThat(out.toString().lines().filter(line -> line.contains("no more trials after")))
        .singleElement()
        .asString()
        .contains("batchSize=20", "no more trials after 1 round");
    assertThat(out.toString().lines().filter(line -> line.startsWith("Not enough is known yet")))
        .first()
        .isEqualTo("Not enough is known yet: round 2.");
  }

  @Test
  void aRoundThatIsAddedCountsTheTrialsThatAreCalledForAndNoOthers() {
    goal = kept -> new OnlyTen();
    run(10, 10, "-f", "1", "--budget", "45s");

    assertThat(out.toString())
        .contains("[3/3] ", "[4/4] ")
        .doesNotContain("[3/4]", "[4/5]")
        .contains("The budget of 45 s is spent, 1 trial not measured.");
  }

  /** After the first round batches of 10 rows have trials, and no others. */
  private static final class OnlyTen implements Goal {
    private static final int ROUNDS = 4;

    @Override
    public boolean callsFor(Rounds.Trial trial) {
      return trial.round() == 0 || trial.cell().parameters().get("batchSize").equals("10");
    }

    @Override
    public boolean wantsMoreThan(int rounds, Set<PlannedCell> failed) {
      return rounds < ROUNDS;
    }
  }

  @Test
  void aPrecisionThatCannotBeReachedEndsWithTheBudgetAndTheFigures() {
    RunOutcome outcome = run(10, 10, "-f", "2", "--until", "0.01%", "--budget", "5m");

    assertThat(outcome.failures()).isEmpty();
    assertThat(out.toString())
        .contains("2 of 2 cells not within ±0.0 %:")
        .containsPattern("insertSelect batchSize=10 .*: ±\\d+\\.\\d % from 1\\d trials");
  }

  @Test
  void aCellThatFailedIsNotTriedAgainAndTheOthersGoOn() {
    RunOutcome outcome = run(0, 0, "-f", "3", "-p", "batchSize=10,666");

    assertThat(outcome.failures()).singleElement().asString().contains("batchSize=666");
    assertThat(outcome.finished()).isEqualTo(3);
    assertThat(run).hasSize(4);
  }

  @Test
  void aCellThatFailedAddsNoRoundsAndIsNamedAsShort() {
    failsInRound = 1;
    RunOutcome outcome = run(0, 0, "--until", "99%", "-p", "batchSize=10,666");

    assertThat(outcome.finished()).isEqualTo(UntilPrecise.FEWEST_ROUNDS + 1);
    assertThat(out.toString())
        .contains("[12/12] insertSelect batchSize=10 ")
        .containsPattern("insertSelect batchSize=666 .*: no interval from 1 trial\n");
  }

  @Test
  void aCellWithoutAFinishedTrialIsNotPreciseEnough() {
    run(0, 0, "--until", "99%", "-p", "batchSize=10,666");

    assertThat(out.toString())
        .contains("1 of 2 cells not within ±99.0 %:")
        .containsPattern("insertSelect batchSize=666 .*: no interval from 0 trials");
  }

  /** Trials take so many seconds by the clock that only goes forward, and others on the wall. */
  private RunOutcome run(long seconds, long onTheWall, String... options) {
    List<String> words = new ArrayList<>(List.of("insertSelect", "-p", "variant=HEAP"));
    words.addAll(List.of("-p", "indexes=false"));
    if (!List.of(options).contains("-p")) {
      words.addAll(List.of("-p", "batchSize=10,20"));
    }
    words.addAll(List.of(options));
    words.addAll(List.of("--seed", "7", "--results", directory.toString()));
    BenchmarkArguments arguments = BenchmarkArguments.parse(words);
    Selection asked = Selection.of(arguments);
    RunPlan plan = RunPlan.of(arguments, 7).withCells(asked.cells());
    Selection selection = plan.until() == null ? asked : asked.inRounds(UntilPrecise.FEWEST_ROUNDS);
    Time time = new Time(wallClock(), nanos::get);
    Console console = new Console(new PrintWriter(out), new PrintWriter(out), false, false);
    Random random = new Random(7);
    NewFolder folder = NewFolder.create(directory, time.wall());
    ResultFiles files = new ResultFiles(folder.path(), plan.cells());
    try (KeptRun kept = KeptRun.begin(folder, plan, files);
        RunLog log = RunLog.open(kept.folder(), arguments)) {
      Measurement measurement =
          (trial, batches) -> {
            nanos.addAndGet(seconds * SECOND);
            wall += onTheWall;
            return measured(trial, random);
          };
      return new TrialSequence(
              kept,
              new RunKind(
                  measurement, goal.apply(kept), new RowsPerSecond(), cell -> Optional.empty()),
              List.of(),
              Progress.on(console, false),
              log,
              time)
          .run(new Rounds(selection, plan.order(), plan.seed()));
    }
  }

  private Clock wallClock() {
    return ((InstantSource) () -> Instant.ofEpochSecond(wall)).withZone(ZoneOffset.UTC);
  }

  private List<RunResult> measured(Rounds.Trial trial, Random random) throws RunnerException {
    run.add(trial);
    String batchSize = trial.cell().parameters().get("batchSize");
    if (batchSize.equals("666") && trial.round() >= failsInRound) {
      throw new RunnerException(new BenchmarkException(new IllegalStateException("no luck")));
    }
    double millis = 100 + 4 * random.nextGaussian();
    return List.of(JmhForks.trial(JmhForks.fork(trial.cell(), millis, millis)));
  }

  private Path results() {
    try (Stream<Path> folders = Files.list(directory)) {
      return folders.findFirst().orElseThrow().resolve("jmh.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
