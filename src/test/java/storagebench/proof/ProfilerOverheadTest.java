package storagebench.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.results.Fork;
import storagebench.results.JmhText;
import storagebench.results.Series;

class ProfilerOverheadTest {
  @TempDir Path folder;

  @Test
  void aWatchedBatchIsComparedWithItsNeighbourWhicheverCameFirst() {
    Fork fork =
        new Fork(
            0,
            Series.of(102, 100, 200, 204, 99, 300, 100, 102),
            Map.of(ProfilerOverheadBenchmark.WATCHED, Series.of(1, 0, 0, 1, 1, 0, 0, 1)),
            Map.of(),
            Optional.empty(),
            Optional.empty());

    assertThat(Math.exp(ProfilerOverhead.logOfMidmean(fork))).isCloseTo(1.02, within(1e-12));
  }

  @Test
  void theTableHasARowForEachProfilerWithTheIntervalOfItsTrials() throws IOException {
    JmhText text = new JmhText();
    JmhText.Result cell = text.add("a.B.watchedByTurns", "ss", "ms/op", "variant", "AO");
    for (double slower : new double[] {1.01, 1.02, 1.03}) {
      cell.fork(100 * slower, 100).metric(ProfilerOverheadBenchmark.WATCHED, "yes/no", 1, 0);
    }
    Path run = text.write(folder.resolve("jmh.json"));
    Path table = folder.resolve("profilers.md");

    ProfilerOverhead.main(new String[] {table.toString(), "waits=" + run});

    assertThat(Files.readString(table)).contains("| `waits` | {variant=AO} | 3 | 1 | +2.00 % | ");
  }
}
