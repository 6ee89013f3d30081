package storagebench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.report.Report;
import storagebench.report.ReportOptions;

/** A fork that measured nothing is no trial, and no other fork takes its place. */
class EmptyForksTest {
  @TempDir Path folder;

  private Cell read(JmhText text) throws IOException {
    return Results.read(List.of(text.write(folder.resolve("jmh.json")))).cells().get(0);
  }

  private static JmhText oneOfThreeIsEmpty() {
    JmhText text = new JmhText();
    text.add("a.B.c", "ss", "ms/op")
        .fork(1)
        .metric(Metric.BYTES_TABLE, 10)
        .fork()
        .metric(Metric.BYTES_TABLE)
        .fork(3)
        .metric(Metric.BYTES_TABLE, 30);
    return text;
  }

  @Test
  void laterForksKeepTheirPlace() throws IOException {
    Cell cell = read(oneOfThreeIsEmpty());

    assertThat(cell.forks()).extracting(Fork::index).containsExactly(0, 2);
    assertThat(cell.last(Metric.BYTES_TABLE)).containsExactly(10.0, 30.0);
  }

  @Test
  void aMetricThatAForkLacksIsNotTakenFromTheNext() throws IOException {
    JmhText text = new JmhText();
    text.add("a.B.c", "ss", "ms/op")
        .fork(1)
        .metric(Metric.BYTES_TABLE)
        .fork(2)
        .metric(Metric.BYTES_TABLE, 20);

    List<Fork> forks = read(text).forks();

    assertThat(forks.get(0).last(Metric.BYTES_TABLE)).isEmpty();
    assertThat(forks.get(1).last(Metric.BYTES_TABLE)).contains(20.0);
  }

  @Test
  void samplesStayWithTheirFork() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("jmh.json"),
            "[{\"benchmark\":\"a.B.c\",\"mode\":\"sample\",\"primaryMetric\":{\"scoreUnit\":"
                + "\"ms/op\",\"rawDataHistogram\":[[],[[[2.0,7]]]]}}]");

    Fork fork = Results.read(List.of(file)).cells().get(0).forks().get(0);

    assertThat(fork.index()).isEqualTo(1);
    assertThat(fork.samples().orElseThrow().count()).isEqualTo(7);
  }

  @Test
  void aCellThatIsTwiceInAFileHasEachPlaceOnce() throws IOException {
    JmhText text = new JmhText();
    text.add("a.B.c", "ss", "ms/op").fork(1).fork();
    text.add("a.B.c", "ss", "ms/op").fork(3);

    assertThat(read(text).forks()).extracting(Fork::index).containsExactly(0, 2);
  }

  @Test
  void theLogOfTrialsIsReadByPlace() throws IOException {
    new TrialLog(List.of(trial(10, 0), trial(11, 1), trial(12, 2))).write(folder);

    assertThat(read(oneOfThreeIsEmpty()).forks())
        .extracting(fork -> fork.turn().map(Fork.Turn::position))
        .containsExactly(Optional.of(10), Optional.of(12));
  }

  @Test
  void aReportSaysThatAForkDoesNotCount() throws IOException {
    Path file = oneOfThreeIsEmpty().write(folder.resolve("jmh.json"));

    assertThat(Report.read(List.of(file), ReportOptions.DEFAULT).warnings())
        .containsExactly(file + ": a fork has no scores and does not count");
  }

  private static TrialLog.Trial trial(int position, int fork) {
    return new TrialLog.Trial(position, fork, fork, "a.B.c", Map.of(), "", 1, true);
  }
}
