package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import storagebench.compare.RunFiles;
import storagebench.results.JmhText;

/** Which exit code and which words follow from the figures. */
class CompareVerdictTest extends CompareCommandCase {
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
    assertThat(out).contains("1 could not tell").contains("could see").contains("forks needed");
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
    assertThat(out).contains("1 could not tell").contains("not measured in turns");
  }

  @Test
  void whatOnlyOneSideHasIsARowForScripts() {
    RunFiles before = new RunFiles().noisy("AO", 100, 9000).noisy("HEAP", 100, 9000);
    Path after = run("c", new RunFiles().noisy("AO", 100, 9000));

    compare(run("b", before), after, "--format", "csv");

    assertThat(out.lines().filter(line -> line.startsWith("HEAP")))
        .singleElement()
        .asString()
        .contains(",only in baseline,,,");
    compare(after, run("b", before), "--format", "csv");
    assertThat(out.lines().filter(line -> line.contains(",only in candidate,"))).hasSize(1);
  }

  @Test
  void aForkThatMeasuredNothingLeavesTheOtherPairsAlone() throws IOException {
    RunFiles before = new RunFiles();
    RunFiles after = new RunFiles();
    JmhText.Result b = before.text().add("a.B.c", "ss", "ms/op");
    JmhText.Result c = after.text().add("a.B.c", "ss", "ms/op");
    b.fork(100).fork(110).fork(120).fork(130).fork(140);
    c.fork(100).fork().fork(120).fork(130).fork(140);
    before.write(folder.resolve("b"), "s", 0, 1, 2, 3, 4);
    after.write(folder.resolve("c"), "s", 0, 1, 2, 3, 4);

    assertThat(compare(folder.resolve("b"), folder.resolve("c"), "--format", "csv")).isZero();
    assertThat(out).contains("score,ms/op,lower,equivalent").contains(",5,4,true,");
    compare(folder.resolve("b"), folder.resolve("c"));
    assertThat(out).contains("a fork has no scores and does not count").contains("1.000");
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
  void copiesOfAFileAddNoForks() throws IOException {
    Path before = run("b", new RunFiles().noisy("AO", 100, 9000));
    Path after = run("c/0", new RunFiles().noisy("AO", 108, 9000));
    for (int copy = 1; copy < 8; copy++) {
      Path folderOfCopy = Files.createDirectory(folder.resolve("c/" + copy));
      Files.copy(after.resolve("jmh.json"), folderOfCopy.resolve("jmh.json"));
    }
    compare(before, after, "--format", "csv");
    String alone = out;

    assertThat(compare(before, folder.resolve("c"), "--format", "csv")).isZero();
    assertThat(out).isEqualTo(alone);
    compare(before, folder.resolve("c"), "--format", "json");
    assertThat(out)
        .contains(
            folder.resolve("c/7/jmh.json")
                + " is a copy of "
                + folder.resolve("c/0/jmh.json")
                + ", which counts once");
  }

  @Test
  void twoHandTimedRunsASideAreInconclusive() {
    Path before = run("b", new RunFiles().cell("PAX", 100, 9000, 0, 0.01));
    Path after = run("c", new RunFiles().cell("PAX", 200, 9000, 0, 0.01));

    assertThat(compare(before, after)).isZero();
    assertThat(out).contains("1 could not tell").contains("at least 3 a side");
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
    assertThat(out)
        .contains("score,us/row,lower,regression")
        .contains(",1.09999999")
        .contains(",5,5,");
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
