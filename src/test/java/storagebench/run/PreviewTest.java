package storagebench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.Console;
import storagebench.fixture.JmhForks;
import storagebench.results.WholeFile;
import storagebench.run.folder.ClientMachine;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.folder.NewFolder;
import storagebench.run.folder.ResultFiles;
import storagebench.run.folder.RunPlan;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.run.plan.Selection;
import storagebench.run.progress.Forecast;

class PreviewTest {
  @TempDir private Path results;

  @Test
  void whereNothingWasMeasuredNothingIsGuessed() {
    assertThat(preview("-f", "5", "-wi", "5", "-i", "15"))
        .contains("variant=HEAP: not measured yet")
        .contains("1 cell, 5 trials\n")
        .contains("Time: not known before the first trial of each cell")
        .doesNotContain("about");
  }

  @Test
  void whatWasMeasuredIsExpectedAgain() {
    measured(3);
    assertThat(preview("-f", "5", "-wi", "1", "-i", "3"))
        .contains("variant=HEAP: 12.0 s a trial, ±")
        .contains("from 5 trials (as in ")
        .contains("Time: about 1 min 0 s, by earlier runs from this machine\n");
  }

  @Test
  void untilIsPlannedWithTheRoundsThatItWillTake() {
    measured(3);
    assertThat(preview("-wi", "1", "-i", "3", "--until", "5%", "--budget", "1m"))
        .contains("±5.0 % from 16 trials")
        .contains("1 cell, 16 trials\n")
        .contains("of which the budget allows 1 min 0 s");
  }

  @Test
  void withoutTrialsToTellHowACellVariesTheRoundsArePlannedAsTheFewest() {
    assertThat(preview("--until", "5%")).contains("1 cell, 10 trials at least");
  }

  @Test
  void oneTrialGivesNoInterval() {
    measured(3);
    assertThat(preview("-f", "1")).contains("no interval from 1 trial (");
  }

  /** A run of the cell from this machine, whose trials took 12 s each. */
  private void measured(int trials) {
    BenchmarkArguments arguments = arguments();
    List<PlannedCell> cells = Selection.of(arguments).cells();
    List<FinishedTrial> finished = new ArrayList<>();
    for (int round = 0; round < trials; round++) {
      double millis = 100 + 10 * round;
      finished.add(
          new FinishedTrial(
              new Rounds.Trial(cells.get(0), round),
              round + 1,
              Instant.EPOCH,
              Duration.ofSeconds(12),
              true,
              List.of(JmhForks.trial(JmhForks.fork(cells.get(0), millis, millis, millis)))));
    }
    NewFolder folder = NewFolder.create(results, Clock.systemUTC());
    new ResultFiles(folder.path(), cells).write(finished);
    Map<String, Object> client = Map.of("client", ClientMachine.describe());
    try {
      WholeFile.write(
          folder.file("fingerprint.json"), new ObjectMapper().writeValueAsBytes(client));
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BenchmarkArguments arguments(String... options) {
    List<String> words = new ArrayList<>(List.of("insertSelect", "-p", "variant=HEAP"));
    words.addAll(List.of("-p", "batchSize=50000", "-p", "indexes=false"));
    words.addAll(List.of(options));
    return BenchmarkArguments.parse(words);
  }

  private String preview(String... options) {
    BenchmarkArguments arguments = arguments(options);
    StringWriter out = new StringWriter();
    new Preview(Selection.of(arguments), RunPlan.of(arguments, 1), new Forecast(results))
        .print(new Console(new PrintWriter(out), new PrintWriter(out), false, false));
    return out.toString();
  }
}
