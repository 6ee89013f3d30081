package storagebench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

class BatchCountTest {
  private static final PlannedCell CELL =
      new PlannedCell("storagebench.proof.EncodingBenchmark.digest", Map.of());

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void iterationsAreCountedAsTheyEndWarmUpIncludedAndJmhsTextStaysWhole(int forks)
      throws RunnerException, CommandLineOptionException {
    List<String> ended = new CopyOnWriteArrayList<>();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    CommandLineOptions options =
        new CommandLineOptions(
            "-f", Integer.toString(forks), "-wi", "1", "-i", "2", "-w", "1ms", "-r", "1ms");

    new TrialRunner(options, "", new PrintStream(text, true, StandardCharsets.UTF_8))
        .run(new Rounds.Trial(CELL, 0), (done, total) -> ended.add(done + "/" + total));

    assertThat(ended).containsExactly("1/3", "2/3", "3/3");
    assertThat(text.toString(StandardCharsets.UTF_8))
        .contains(forks == 0 ? "# Fork: N/A" : "# Fork: 1 of 1")
        .contains("# Warmup Iteration   1: ", "Iteration   2: ", "# Run complete");
  }
}
