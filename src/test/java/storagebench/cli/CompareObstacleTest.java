package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.compare.RunFiles;
import storagebench.results.JmhText;

/** A cell of which no ratio can be made is not comparable; the others are judged. */
class CompareObstacleTest extends CompareCommandCase {
  private Path file(String name, String d) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "["
            + result("a.B.c", "thrpt", "ops/s", "[[6],[6.01],[5.99]]")
            + ","
            + result("a.B.d", "thrpt", "ops/s", d)
            + "]");
  }

  private static String result(String benchmark, String mode, String unit, String rawData) {
    return "{\"benchmark\":\""
        + benchmark
        + "\",\"mode\":\""
        + mode
        + "\",\"primaryMetric\":{\"score\":1,\"scoreUnit\":\""
        + unit
        + "\",\"rawData\":"
        + rawData
        + "}}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "\"NaN\"", "\"+INF\""})
  void aScoreThatIsNoPositiveNumberHindersItsOwnCellOnly(String score) throws IOException {
    Path good = file("good.json", "[[5],[5],[5]]");
    Path bad = file("bad.json", "[[5],[5," + score + "],[5]]");

    assertThat(compare(good, bad)).isZero();
    assertThat(out.replaceAll("\\s+", " "))
        .startsWith("No regression found: 1 equivalent, 1 not comparable.")
        .contains("candidate: score is ")
        .contains("expected a positive number, in a fork of " + bad);

    assertThat(compare(good, bad, "--where", "benchmark=d")).isEqualTo(4);
    assertThat(compare(bad, good, "--where", "benchmark=c")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[[]]"})
  void aCellWithoutRawDataHindersItselfOnly(String rawData) throws IOException {
    Path good = file("good.json", "[[5],[5],[5]]");
    Path bad = file("bad.json", rawData);

    assertThat(compare(bad, good)).isZero();
    assertThat(out.replaceAll("\\s+", " "))
        .startsWith("No regression found: 1 equivalent, 1 not comparable.")
        .contains("baseline: no raw data; measure without -Djmh.json.rawData=false");
    assertThat(compare(bad, bad, "--where", "benchmark=d")).isEqualTo(4);
  }

  @Test
  void aRegressionCountsMoreThanACellThatCannotBeCompared() throws IOException {
    Path before = file("before.json", "[[0]]");
    Path after =
        Files.writeString(
            folder.resolve("after.json"),
            Files.readString(before).replace("[[6],[6.01],[5.99]]", "[[3],[3.1],[2.9]]"));

    assertThat(compare(before, after)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes.table", "rows.table", "time.wall", "wal.bytes_per_row"})
  void oneBadFigureOfFiveForksIsNamedWithItsFile(String metric) {
    Path before = run("b", withMetric(metric, 3));
    for (double bad : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
      Path after = run("c", withMetric(metric, bad));
      String compared = metric.equals("rows.table") ? "bytes.table" : metric;

      assertThat(compare(before, after, "--metric", compared)).isEqualTo(4);
      assertThat(out.replaceAll("\\s+", " "))
          .contains("candidate: " + metric + " is " + bad + ", expected ")
          .contains("in a fork of " + after.resolve("jmh.json"));

      assertThat(compare(before, after, "--metric", "score")).isZero();
      assertThat(compare(before, after, "--metric", "score," + compared)).isZero();
      assertThat(out).contains("1 equivalent, 1 not comparable");
    }
  }

  /** Five forks of which the fourth has this figure. */
  private static RunFiles withMetric(String metric, double fourth) {
    RunFiles run = new RunFiles();
    JmhText.Result cell = run.text().add("a.B.c", "thrpt", "ops/ms");
    for (int fork = 0; fork < 5; fork++) {
      cell.fork(100 + fork).metric(metric, "unit", fork == 3 ? fourth : 3);
      if (!metric.equals("bytes.table")) {
        cell.metric("bytes.table", "unit", 3);
      }
    }
    return run;
  }

  @Test
  void aDirectionThatModeAndUnitContradictIsNotComparable() throws IOException {
    for (List<String> wrong : List.of(List.of("avgt", "ops/s"), List.of("thrpt", "s/op"))) {
      Path file =
          Files.writeString(
              folder.resolve("wrong.json"),
              "[" + result("a.B.c", wrong.get(0), wrong.get(1), "[[1],[1.1],[0.9]]") + "]");

      assertThat(compare(file, Files.copy(file, folder.resolve(wrong.get(0))))).isEqualTo(4);
      assertThat(out.replaceAll("\\s+", " "))
          .contains("unit " + wrong.get(1) + " in mode " + wrong.get(0))
          .contains("unknown which way is better");
    }
  }
}
