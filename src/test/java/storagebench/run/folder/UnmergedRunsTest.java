package storagebench.run.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.JmhForks;
import storagebench.results.Cell;
import storagebench.results.JmhReader;
import storagebench.results.TrialLog;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

/** When the results of a run are put together, by the run itself and by those who read it. */
class UnmergedRunsTest {
  private static final PlannedCell CELL = new PlannedCell("a.B.insert", Map.of("batchSize", "10"));

  @TempDir private Path results;

  private final List<String> notices = new ArrayList<>();
  private final UnmergedRuns runs =
      new UnmergedRuns((plan, path) -> new ResultFiles(path, plan.cells()), notices::add);
  private final Counted written = new Counted();
  private NewFolder folder;
  private KeptRun run;

  /** Results that nobody writes, as those of a run that is killed. */
  private static final class Counted implements RunResults {
    private final List<Integer> trials = new ArrayList<>();

    @Override
    public List<Path> folders() {
      return List.of();
    }

    @Override
    public void write(List<FinishedTrial> finished) {
      trials.add(finished.size());
    }
  }

  @BeforeEach
  void begin() throws IOException {
    folder = NewFolder.create(results, Clock.systemUTC());
    RunPlan plan = RunPlan.of(BenchmarkArguments.parse(List.of("copy")), 7);
    run = KeptRun.begin(folder, plan.withCells(List.of(CELL)), written);
    Files.writeString(folder.file("fingerprint.json"), "{}");
    measure(0);
    measure(1);
  }

  @AfterEach
  void end() {
    run.close();
  }

  @Test
  void aTrialIsOnTheDiskAtOnceAndTheResultsOfAllAreWrittenOnceAtTheEnd() {
    for (int round = 2; round < 100; round++) {
      measure(round);
      assertThat(folder.file(String.format("trials/%04d.json", round + 1))).exists();
    }
    assertThat(written.trials).isEmpty();
    run.close();
    run.close();

    assertThat(written.trials).containsExactly(100);
  }

  @Test
  void aKilledRunIsReadWithAllItsTrialsWhateverPathNamesIt() throws IOException {
    run.close();
    for (Path path : List.of(results, folder.path(), folder.file("jmh.json"))) {
      Files.deleteIfExists(folder.file("jmh.json"));
      Files.deleteIfExists(folder.file("trials.json"));

      assertThat(runs.merged(path)).isEqualTo(path);
      assertThat(forks(folder.path())).isEqualTo(2);
      assertThat(TrialLog.beside(folder.file("jmh.json")).orElseThrow().trials()).hasSize(2);
    }
    assertThat(notices).isEmpty();
  }

  @Test
  void resultsThatHaveAllTrialsAreLeftAsTheyAre() throws IOException {
    run.close();
    runs.merged(folder.path());
    Files.writeString(folder.file("jmh.json"), "[]");

    runs.merged(folder.path());

    assertThat(folder.file("jmh.json")).hasContent("[]");
  }

  @Test
  void aRunUnderWayIsReadWithAllItsTrialsAndItsFolderIsLeftAlone() throws IOException {
    Path read = runs.merged(folder.path());

    assertThat(read)
        .isNotEqualTo(folder.path())
        .hasFileName(folder.path().getFileName().toString());
    assertThat(forks(read)).isEqualTo(2);
    assertThat(read.resolve("fingerprint.json")).hasContent("{}");
    assertThat(folder.file("jmh.json")).doesNotExist();
    assertThat(forks(runs.merged(folder.file("jmh.json")).getParent())).isEqualTo(2);
  }

  @Test
  void amongSeveralARunUnderWayIsNamed() {
    assertThat(runs.merged(results)).isEqualTo(results);
    assertThat(notices)
        .singleElement()
        .asString()
        .contains("another run is at work in " + folder.path());
  }

  @Test
  void aDamagedTrialIsNamedAndLeftOutAndStaysWhereItIs() throws IOException {
    run.close();
    Files.writeString(folder.file("trials/0001.json"), "damaged");

    runs.merged(folder.path());

    assertThat(forks(folder.path())).isEqualTo(1);
    assertThat(notices).singleElement().asString().contains("trials/0001.json: is damaged");
    assertThat(folder.file("trials/0001.json")).hasContent("damaged");
  }

  private void measure(int round) {
    run.add(
        new FinishedTrial(
            new Rounds.Trial(CELL, round),
            run.nextPosition(),
            Instant.EPOCH,
            Duration.ofSeconds(10),
            true,
            List.of(JmhForks.trial(JmhForks.fork(CELL, 100 + round)))));
  }

  private static int forks(Path folder) {
    List<Cell> cells = new ArrayList<>();
    JmhReader.read(folder.resolve("jmh.json"), cells::add);
    assertThat(cells).hasSize(1);
    return cells.get(0).forks().size();
  }
}
