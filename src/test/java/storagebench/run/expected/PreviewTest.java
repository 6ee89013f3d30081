package storagebench.run.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.progress.Console;
import storagebench.run.asked.BenchmarkArguments;
import storagebench.run.cell.Selection;
import storagebench.run.kept.RunPlan;

class PreviewTest {
  @TempDir private Path results;

  @Test
  void whereNothingWasMeasuredAGuessIsCalledOne() {
    assertThat(preview("-f", "5", "-wi", "5", "-i", "15"))
        .contains("variant=HEAP: 23.0 s a trial, ±10.4 % from 5 trials (a guess)")
        .contains("1 cells, 5 trials, about 1 min 55 s;");
  }

  @Test
  void untilIsPlannedWithTheRoundsThatItWillTake() {
    assertThat(preview("-wi", "5", "-i", "15", "--until", "5%", "--budget", "1m"))
        .contains("±5.0 % from 13 trials")
        .contains("of which the budget allows 1 min 0 s");
  }

  @Test
  void oneTrialGivesNoInterval() {
    assertThat(preview("-f", "1")).contains("no interval from 1 trials");
  }

  private String preview(String... options) {
    List<String> words = new ArrayList<>(List.of("insertSelect", "-p", "variant=HEAP"));
    words.addAll(List.of("-p", "batchSize=50000", "-p", "indexes=false"));
    words.addAll(List.of(options));
    BenchmarkArguments arguments = BenchmarkArguments.parse(words);
    StringWriter out = new StringWriter();
    new Preview(Selection.of(arguments), RunPlan.of(arguments, 1), new Forecast(results))
        .print(new Console(new PrintWriter(out), new PrintWriter(out), false, false));
    return out.toString();
  }
}
