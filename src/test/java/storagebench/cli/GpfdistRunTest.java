package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.fixture.Cluster;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.JmhReader;
import storagebench.results.Metric;

/** Every command that measures loads a cluster by gpfdist. */
@Cluster.Needed
@Tag("slow")
@Timeout(300)
class GpfdistRunTest {
  private static final String QUICK =
      " -f 1 -wi 1 -i 3 -p batchSize=2000 -p indexes=false"
          + " -jvmArgsAppend -XX:TieredStopAtLevel=1";

  @TempDir private Path folder;

  private Ended run(String words) throws IOException, InterruptedException {
    return CommandLineRun.start(Cluster.database().environment(), folder, words.split(" ")).end();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpfdist -p variant=HEAP,AO,AOCO", "gpfdist -p variant=AO -t 2"})
  void aRunHasWhatEachSegmentWasServed(String words) throws IOException, InterruptedException {
    Ended run = run(words + QUICK);

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(cells()).isNotEmpty().allSatisfy(GpfdistRunTest::assertServed);
  }

  @Test
  void theAddressThatWasNamedReachesTheForks() throws IOException, InterruptedException {
    Ended run = run("gpfdist -p variant=HEAP -p streams=1 --gpfdist-host 127.0.0.1" + QUICK);

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(cells()).singleElement().satisfies(GpfdistRunTest::assertServed);
  }

  @Test
  void moreStreamsThanPrimariesAreRefusedBeforeAnythingIsMeasured()
      throws IOException, InterruptedException {
    Ended run = run("gpfdist -p variant=HEAP -p streams=1000" + QUICK);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("streams is 1000; expected at most one for each of");
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void bothSidesOfADuelAreServed() throws IOException, InterruptedException {
    Ended duel = run("duel AO AOCO gpfdist -p streams=1" + QUICK.replace("-f 1", "-f 2"));

    assertThat(duel.exitCode()).as(duel.out() + duel.err()).isLessThan(2);
    assertThat(cells()).hasSize(2).allSatisfy(GpfdistRunTest::assertServed);
  }

  @Test
  void candidatesOfARaceAreServed() throws IOException, InterruptedException {
    Ended race =
        run(
            "choose gpfdist -p variant=HEAP,AO -p compresstype=zstd -p compresslevel=1"
                + " -p blocksize=32768 --budget 60s"
                + QUICK);

    assertThat(race.exitCode()).as(race.out() + race.err()).isZero();
    assertThat(cells()).isNotEmpty().allSatisfy(GpfdistRunTest::assertServed);
  }

  @Test
  void aStreamLoadsBothPhases() throws IOException, InterruptedException {
    Ended stream = run("stream --method gpfdist --batches 3 --scale 0.01 --variants HEAP,AO,AOCO");

    assertThat(stream.exitCode()).as(stream.out() + stream.err()).isZero();
    assertThat(cells()).hasSize(6);
  }

  private static void assertServed(Cell cell) {
    for (Fork fork : cell.forks()) {
      double[] rows = sum(fork, "rows");
      double sessions = cell.identity().threads();
      for (int i = 0; i < rows.length; i++) {
        assertThat(sessions * rows[i])
            .isEqualTo(fork.each(Metric.ROWS_INSERTED).orElseThrow().toArray()[i]);
      }
      assertThat(Arrays.stream(sum(fork, "bytes"))).allMatch(bytes -> bytes > 0);
      assertThat(Arrays.stream(values(fork, "gpfdist.rows_skew"))).allMatch(skew -> skew >= 1);
      double[] first = values(fork, "gpfdist.first_asked");
      double[] last = values(fork, "gpfdist.last_asked");
      double[] wall = fork.each(Metric.TIME_WALL).orElseThrow().toArray();
      double[] waited = values(fork, "gpfdist.client_wait");
      for (int i = 0; i < wall.length; i++) {
        assertThat(first[i]).isBetween(0.0, last[i]);
        assertThat(last[i]).isLessThan(wall[i]);
        assertThat(waited[i]).isBetween(0.0, wall[i]);
      }
    }
  }

  /** Over all segments, for each iteration. */
  private static double[] sum(Fork fork, String what) {
    double[] sums = new double[fork.primary().size()];
    fork.secondary()
        .forEach(
            (label, series) -> {
              if (label.matches("gpfdist\\.segment\\d+\\." + what)) {
                Arrays.setAll(sums, i -> sums[i] + series.toArray()[i]);
              }
            });
    return sums;
  }

  private static double[] values(Fork fork, String label) {
    return fork.secondary().get(label).toArray();
  }

  private List<Cell> cells() throws IOException {
    List<Cell> cells = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
      for (Path file : files.filter(file -> file.endsWith("jmh.json")).toList()) {
        JmhReader.read(file, cells::add);
      }
    }
    return cells;
  }
}
