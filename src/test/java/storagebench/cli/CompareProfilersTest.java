package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.results.JmhText;
import storagebench.results.Metric;

/** Metrics of profilers are compared by the direction that their names have. */
class CompareProfilersTest {
  private static final double[] FORKS = {0.99, 1.0, 1.01, 1.0, 1.0};

  @TempDir Path folder;
  private String out;
  private String err;

  private int compare(Path before, Path after, String metric, String... more) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    int code =
        Main.run(
            Stream.concat(
                    Stream.of("compare", before.toString(), after.toString(), "--metric", metric),
                    Stream.of(more))
                .toArray(String[]::new),
            new PrintWriter(output),
            new PrintWriter(errors));
    out = output.toString();
    err = errors.toString();
    return code;
  }

  /** The same time in every run; figures of profilers as given. */
  private Path run(String name, double walBytes, double rowsPerFile, double ioShare)
      throws IOException {
    JmhText text = new JmhText();
    JmhText.Result cell = text.add("a.B.c", "ss", "ms/op", "variant", "AO");
    for (double fork : FORKS) {
      cell.fork(100 * fork, 100 * fork)
          .metric(Metric.ROWS_INSERTED, 1000, 1000)
          .metric("wal.bytes_per_row", "B/row", walBytes * fork, walBytes * fork)
          .metric("wal.checkpoints", "checkpoints", 0, 0)
          .metric("segments.rows_per_file", "rows/file", rowsPerFile * fork)
          .metric("segments.segment0.rows", "rows", rowsPerFile)
          .metric("wait.server.io.wal_sync", "1", ioShare * fork)
          .metric("gc.count", "counts", 3, 3);
    }
    return text.write(folder.resolve(name + ".json"));
  }

  @Test
  void moreWalInTheSameTimeIsARegression() throws IOException {
    Path before = run("b", 100, 1000, 0.2);
    Path after = run("c", 120, 1000, 0.2);

    assertThat(compare(before, after, "wal.*")).isEqualTo(1);
    assertThat(out).contains("wal.bytes_per_row ↓").contains("1.2");
    assertThat(compare(before, after, "score")).isZero();
  }

  @Test
  void aMarginIsGivenByTheNamesThatMetricTakes() throws IOException {
    Path before = run("b", 100, 1000, 0.2);
    Path after = run("c", 120, 1000, 0.2);

    assertThat(compare(before, after, "score,wal.*", "--margin", "wal.*=30%")).isZero();
    assertThat(compare(before, after, "wal.*", "--margin", "wal.bytes_per_row=5%,wal.*=30%"))
        .isEqualTo(1);
    assertThat(compare(before, after, "wal.*", "--margin", "wal.*=5%,*=30%")).isZero();
    assertThat(out).doesNotContain("no such metric");
    assertThat(compare(before, after, "score", "--margin", "wal.*=30%")).isZero();
    assertThat(out).contains("margin of wal.*: no such metric is compared");
  }

  @Test
  void moreRowsInAFileIsAnImprovement() throws IOException {
    Path before = run("b", 100, 1000, 0.2);
    Path after = run("c", 100, 2000, 0.2);

    assertThat(compare(before, after, "segments.*")).isZero();
    assertThat(out)
        .startsWith("No regression found: 1 improvement.")
        .contains("segments.rows_per_file ↑")
        .doesNotContain("segments.segment0");
  }

  @Test
  void aShareSeenInOneOfTwoIterationsCountsHalf() throws IOException {
    Path before = run("b", 100, 1000, 0.2);
    Path after = run("c", 100, 1000, 0.4);

    assertThat(compare(before, after, "wait.*")).isEqualTo(1);
    assertThat(out).contains("wait.server.io.wal_sync ↓").contains("0.1").contains("0.2");
  }

  @Test
  void aWaitThatOnlyTheCandidateHasIsShownAndNotJudged() throws IOException {
    Path before = looked("b", 0);
    Path after = looked("c", 0.25);

    assertThat(compare(before, after, "wait.*")).isZero();
    assertThat(out)
        .startsWith("Nothing could be told, for reasons that the notes give: 1 could not tell.")
        .contains("wait.segment0.lock.relation ↓")
        .contains("0 in some forks, so not judged; means over all forks: 0.00 and 0.25");
    assertThat(compare(before, before, "wait.*")).isEqualTo(2);
  }

  /** A run whose profiler saw a lock in the last two forks, if there was any. */
  private Path looked(String name, double lockShare) throws IOException {
    JmhText text = new JmhText();
    JmhText.Result cell = text.add("a.B.c", "ss", "ms/op", "variant", "AO");
    for (int fork = 0; fork < FORKS.length; fork++) {
      cell.fork(100, 100).metric("wait.cpu", "1", 0.5, 0.5);
      if (lockShare > 0 && fork >= 3) {
        cell.metric("wait.segment0.lock.relation", "1", lockShare * 5, 0);
      }
    }
    return text.write(folder.resolve(name + ".json"));
  }

  @Test
  void aNameWithoutAStarIsOneMetric() throws IOException {
    Path before = run("b", 100, 1000, 0.2);
    Path after = run("c", 120, 2000, 0.4);

    assertThat(compare(before, after, "wal.bytes_per_row")).isEqualTo(1);
    assertThat(out).startsWith("Regression: 1 regression.");
  }

  @Test
  void aNameThatStandsForNothingIsAnErrorThatSaysWhatToDo() throws IOException {
    Path run = run("b", 100, 1000, 0.2);

    assertThat(compare(run, run, "backends.*")).isEqualTo(2);
    assertThat(err).contains("backends.*").contains("-prof");
    assertThat(compare(run, run, "gc.count")).isEqualTo(2);
    assertThat(err).contains("say gc.count:less or gc.count:more");
  }
}
