package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.compare.RunFiles;
import storagebench.results.JmhText;

class CompareCommandTest {
  @TempDir Path folder;
  private String out;
  private String err;

  private int compare(Object... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    String[] words =
        Stream.concat(Stream.of("compare"), Arrays.stream(arguments).map(Object::toString))
            .toArray(String[]::new);
    int code = Main.run(words, new PrintWriter(output), new PrintWriter(errors));
    out = output.toString();
    err = errors.toString();
    return code;
  }

  private Path run(String name, RunFiles files) {
    return files.write(folder.resolve(name));
  }

  private void assertOneLineError() {
    assertThat(err.strip()).startsWith("Error: ").doesNotContain("\n");
    assertThat(out).isEmpty();
  }

  @Test
  void slowerCandidateIsARegression() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000));
    Path after = run("c", new RunFiles().quiet("AO", 110, 9000));

    assertThat(compare(before, after)).isEqualTo(1);
    assertThat(out).startsWith("Regression: 1 regression, 1 equivalent.");
  }

  @Test
  void fasterCandidateIsNoRegression() {
    Path before = run("b", new RunFiles().quiet("AO", 110, 9000));
    Path after = run("c", new RunFiles().quiet("AO", 100, 9000));

    assertThat(compare(before, after)).isZero();
    assertThat(out).startsWith("No regression found: 1 improvement, 1 equivalent.");
  }

  @Test
  void largerTableIsARegressionEvenOfOneFork() {
    Path before = run("b", new RunFiles().cell("AO", 100, 9000, 0));
    Path after = run("c", new RunFiles().cell("AO", 100, 9400, 0));

    assertThat(compare(before, after)).isEqualTo(1);
    assertThat(out).contains("1.044").contains("too few forks for a verdict");
  }

  @Test
  void lessThroughputIsARegression() throws IOException {
    for (String side : List.of("b", "c")) {
      JmhText text = new JmhText();
      JmhText.Result result = text.add("a.B.c", "thrpt", "ops/s");
      for (double fork : new double[] {99, 100, 101, 100}) {
        result.fork(side.equals("b") ? fork : fork * 0.8);
      }
      text.write(folder.resolve(side + ".json"));
    }

    assertThat(compare(folder.resolve("b.json"), folder.resolve("c.json"))).isEqualTo(1);
    assertThat(out).contains("score ↑");
  }

  @Test
  void noisyCellIsInconclusiveAndEndsWithThreeOnlyIfAsked() {
    Path before = run("b", new RunFiles().noisy("AO", 100, 9000));
    Path after = run("c", new RunFiles().noisy("AO", 104, 9000));

    assertThat(compare(before, after)).isZero();
    assertThat(out).contains("1 inconclusive").contains("could see").contains("forks needed");
    assertThat(compare(before, after, "--fail-on", "inconclusive")).isEqualTo(3);
  }

  @Test
  void aWiderMarginForgivesASlowdown() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000));
    Path after = run("c", new RunFiles().quiet("AO", 110, 9900));

    assertThat(compare(before, after, "--margin", "score=15%,bytes.table=0.2")).isZero();
    assertThat(compare(before, after, "--margin", "15%,bytes.table=5%")).isEqualTo(1);
  }

  @Test
  void pairsOfRoundsSeeThroughDriftThatBothSidesShare() {
    double[] drift = {-20, -10, 0, 10, 20};
    RunFiles before = new RunFiles().cell("AO", 100, 9000, drift);
    RunFiles after = new RunFiles().cell("AO", 106, 9000, drift);
    Path b = before.write(folder.resolve("b"), "s1");
    Path c = after.write(folder.resolve("c"), "s1");

    assertThat(compare(b, c)).isEqualTo(1);
    assertThat(out).doesNotContain("not measured in turns");

    before.write(folder.resolve("b"), "s2");
    assertThat(compare(b, c)).isZero();
    assertThat(out).contains("1 inconclusive").contains("not measured in turns");
  }

  @Test
  void severalRunsOfASessionArePutTogetherByTheirRounds() {
    double[] levels = {100, 120, 90, 110};
    for (int round = 0; round < levels.length; round++) {
      new RunFiles()
          .cell("AO", levels[round], 9000, 0)
          .write(folder.resolve("b/" + round), "s", round);
      new RunFiles()
          .cell("AO", levels[round] * (1.1 + 0.002 * round), 9000, 0)
          .write(folder.resolve("c/" + round), "s", round);
    }

    assertThat(compare(folder.resolve("b"), folder.resolve("c"))).isEqualTo(1);
    assertThat(
            compare(
                folder.resolve("b/0"),
                folder.resolve("c/0"),
                "--baseline",
                folder.resolve("b/1"),
                "--candidate",
                folder.resolve("c/1")))
        .isZero();
    assertThat(out).contains("too few forks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server/settings/fsync",
        "workload/sha256",
        "ddl/AO",
        "ddl/table",
        "client/jvm",
        "server/segments/0/role"
      })
  void whatHasToBeEqualIsNamedWhenItIsNot(String fact) {
    Path before = run("b", facts().fact(fact, "one").quiet("AO", 100, 9000));
    Path after = run("c", facts().fact(fact, "two").quiet("AO", 100, 9000));
    String field = fact.replaceFirst("^server/", "").replace('/', '.');

    if (fact.contains("segments")) {
      before = run("b", facts().fact(fact, "PRIMARY").quiet("AO", 100, 9000));
      after = run("c", facts().fact(fact, "MIRROR").quiet("AO", 100, 9000));
      field = "segments";
    }
    assertThat(compare(before, after)).isEqualTo(4);
    assertThat(out).startsWith("Not comparable: 2 not comparable.").contains(field);

    assertThat(compare(before, after, "--allow", field)).isZero();
    assertThat(out).contains("accepted by --allow: " + field);
  }

  private static RunFiles facts() {
    return new RunFiles()
        .fact("server/version", "PostgreSQL 14.4 (Cloudberry 2.0.0)")
        .fact("server/segments/0/content", "0");
  }

  @Test
  void ddlOfAnotherVariantDoesNotMatter() {
    Path before = run("b", facts().fact("ddl/PAX", "one").quiet("AO", 100, 9000));
    Path after = run("c", facts().fact("ddl/PAX", "two").quiet("AO", 100, 9000));

    assertThat(compare(before, after)).isZero();
  }

  @Test
  void versionAndBuildAreShownAndExpectedToDiffer() {
    Path before = run("b", new RunFiles().fact("server/version", "2.0.0").quiet("AO", 100, 9000));
    Path after = run("c", new RunFiles().fact("server/version", "2.1.0").quiet("AO", 100, 9000));

    assertThat(compare(before, after)).isZero();
    assertThat(out).contains("2.0.0").contains("2.1.0").doesNotContain("not comparable.");
  }

  @Test
  void debugBuildIsNotComparableEvenWithItself() {
    Path run = run("b", facts().fact("server/assertions", "true").quiet("AO", 100, 9000));

    assertThat(compare(run, run)).isEqualTo(4);
    assertThat(out).contains("assertions (true / true)");
  }

  @Test
  void otherThreadsAreNotComparable() throws IOException {
    for (int threads : new int[] {1, 4}) {
      JmhText text = new JmhText();
      text.add("a.B.c", "ss", "ms/op").threads(threads).fork(1).fork(1).fork(1);
      text.write(folder.resolve(threads + ".json"));
    }

    assertThat(compare(folder.resolve("1.json"), folder.resolve("4.json"))).isEqualTo(4);
    assertThat(out).contains("threads (1 / 4)");
  }

  @Test
  void otherUnitIsNotComparableAndConvertedIfAllowed() throws IOException {
    for (String unit : List.of("ms/op", "us/op", "ops/s")) {
      JmhText text = new JmhText();
      double score = unit.equals("us/op") ? 2000 : 2;
      text.add("a.B.c", "ss", unit).fork(score).fork(score).fork(score);
      text.write(folder.resolve(unit.replace('/', '-') + ".json"));
    }
    Path ms = folder.resolve("ms-op.json");

    assertThat(compare(ms, folder.resolve("us-op.json"))).isEqualTo(4);
    assertThat(compare(ms, folder.resolve("us-op.json"), "--allow", "unit")).isZero();
    assertThat(out).contains("1 equivalent");
    assertThat(compare(ms, folder.resolve("ops-s.json"), "--allow", "unit")).isEqualTo(2);
    assertOneLineError();
  }

  @Test
  void otherRowsAreNotComparable() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000));
    RunFiles more = new RunFiles();
    JmhText.Result result =
        more.text()
            .add("storagebench.benchmark.CopyBenchmark.copy", "ss", "ms/op", "variant", "AO");
    result.fork(100).metric("rows.table", "rows", 4000);

    assertThat(compare(before, run("c", more))).isEqualTo(4);
    assertThat(out).contains("rows.table (3000 / 4000)");
  }

  @Test
  void cellsOfOneSideAreListed() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000).quiet("AOCO", 100, 9000));
    Path after = run("c", new RunFiles().quiet("AO", 100, 9000).quiet("PAX", 100, 9000));

    assertThat(compare(before, after)).isZero();
    assertThat(out)
        .contains("copy variant=AOCO  baseline")
        .contains("copy variant=PAX   candidate");
  }

  @Test
  void nothingInCommonIsNotComparable() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000));
    Path after = run("c", new RunFiles().quiet("PAX", 100, 9000));

    assertThat(compare(before, after)).isEqualTo(4);
    assertThat(out).startsWith("Not comparable: no cell is on both sides.");
  }

  @Test
  void sameFileOnBothSidesIsEquivalentHoweverFewItsForks() throws IOException {
    Path run = run("b", new RunFiles().noisy("AO", 100, 9000).cell("PAX", 100, 9000, 0));
    Path copy = Files.createDirectory(folder.resolve("copy")).resolve("jmh.json");
    Files.copy(run.resolve("jmh.json"), copy);

    assertThat(compare(run, run)).isZero();
    assertThat(out).startsWith("No regression found: 4 equivalent.");
    assertThat(compare(run, copy)).isZero();
    assertThat(out).contains("both sides are the same measurements");
  }

  @Test
  void twoHandTimedRunsASideAreInconclusive() {
    Path before = run("b", new RunFiles().cell("PAX", 100, 9000, 0, 0.01));
    Path after = run("c", new RunFiles().cell("PAX", 200, 9000, 0, 0.01));

    assertThat(compare(before, after)).isZero();
    assertThat(out).contains("1 inconclusive").contains("at least 3 a side");
  }

  @Test
  void onlyChosenCellsAndMetricsAreCompared() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000).quiet("PAX", 100, 9000));
    Path after = run("c", new RunFiles().quiet("AO", 120, 9000).quiet("PAX", 100, 9000));

    assertThat(compare(before, after, "--where", "variant=PAX")).isZero();
    assertThat(compare(before, after, "--metric", "bytes.table")).isZero();
    assertThat(compare(before, after)).isEqualTo(1);
  }

  @Test
  void cellsPutTogetherAreAveragedRoundByRound() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000).quiet("PAX", 100, 9000));
    Path after = run("c", new RunFiles().quiet("AO", 121, 9000).quiet("PAX", 100, 9000));

    assertThat(compare(before, after, "--by", "benchmark", "--format", "csv")).isEqualTo(1);
    // The geometric mean of 1.21 and 1, from five forks and not from ten.
    assertThat(out).contains("score,ms/op,lower,regression").contains(",1.10000").contains(",5,5,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "\"NaN\"", "\"+INF\""})
  void scoresThatAreNoPositiveNumbersAreRefused(String score) throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.json"),
            "[{\"benchmark\":\"a.B.c\",\"mode\":\"ss\",\"primaryMetric\":{\"scoreUnit\":\"ms/op\","
                + "\"rawData\":[[1],["
                + score
                + "]]}}]");

    assertThat(compare(bad, bad)).isEqualTo(2);
    assertOneLineError();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[{\"benchmark\":\"a\"",
        "[{\"benchmark\":\"a.B.c\",\"mode\":\"ss\",\"primaryMetric\":{\"scoreUnit\":\"ms/op\","
            + "\"rawData\":[]}}]"
      })
  void brokenForeignAndForklessFilesAreRefused(String json) throws IOException {
    Path good = run("b", new RunFiles().quiet("AO", 100, 9000));
    Path bad = Files.writeString(folder.resolve("bad.json"), json);

    assertThat(compare(good, bad)).isEqualTo(2);
    assertOneLineError();
    assertThat(compare(bad, good)).isEqualTo(2);
    assertOneLineError();
  }

  @Test
  void brokenRoundsAreRefused() throws IOException {
    Path run = run("b", new RunFiles().quiet("AO", 100, 9000));
    for (String json : List.of("", "{", "{}", "[1]", "{\"session\":\"s\",\"rounds\":[1,1]}")) {
      Files.writeString(run.resolve("rounds.json"), json);

      assertThat(compare(run, run)).as(json).isEqualTo(2);
      assertOneLineError();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--margin x",
        "--margin -1%",
        "--margin 120%",
        "--margin nothing=3%",
        "--alpha 0",
        "--alpha x",
        "--metric rows.table",
        "--format pdf",
        "--fail-on regression",
        "--where x=1",
        "--by x",
        "--noise absent.json",
        "--unknown",
        "--baseline absent"
      })
  void wrongOptionsEndWithTwo(String options) {
    Path run = run("b", new RunFiles().quiet("AO", 100, 9000));
    Stream<Object> words = Arrays.stream(options.split(" ")).map(Object.class::cast);

    assertThat(compare(Stream.concat(Stream.of(run, run), words).toArray())).isEqualTo(2);
    assertThat(err.strip()).isNotEmpty().doesNotContain("\n");
  }

  @Test
  void missingFileEndsWithTwo() {
    assertThat(compare(folder.resolve("absent"), folder.resolve("absent"))).isEqualTo(2);
    assertOneLineError();
  }

  @Test
  void thousandsOfCellsAreCompared() {
    RunFiles before = new RunFiles();
    RunFiles after = new RunFiles();
    for (int i = 0; i < 3000; i++) {
      before.cell("V" + i, 100, 9000, -1, 0, 1);
      after.cell("V" + i, 100, 9000, -1, 1, 0);
    }

    assertThat(compare(run("b", before), run("c", after), "--format", "markdown")).isZero();
    assertThat(out.length()).isLessThan(65_536);
    assertThat(out).contains("more rows are left out here");
  }
}
