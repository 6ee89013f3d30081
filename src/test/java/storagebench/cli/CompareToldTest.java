package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.compare.RunFiles;
import storagebench.fixture.CommandLineRun;
import storagebench.results.JmhText;

/** What a comparison must not leave out, whichever way it is told. */
class CompareToldTest extends CompareCommandCase {
  private static RunFiles many(int first, int cells, double slowdownOfLast) {
    RunFiles run = new RunFiles();
    for (int i = first; i < first + cells; i++) {
      double factor = i == first + cells - 1 ? slowdownOfLast : 1;
      run.noisy("V%04d".formatted(i), 100, 9000).quiet("Q%04d".formatted(i), 100 * factor, 9000);
    }
    return run;
  }

  @Test
  void aCommentBeginsWithWhatGotWorse() {
    Path before = run("b", many(0, 200, 1));
    Path after = run("c", many(0, 200, 1.5));

    assertThat(compare(before, after, "--format", "markdown", "--metric", "score")).isEqualTo(1);
    assertThat(out.lines().filter(line -> line.contains(" to ")).findFirst().orElseThrow())
        .contains("Q0199")
        .contains("regression");
  }

  @Test
  void aCommentIsNoLongerThanOneMayBe() {
    Path before = run("b", many(0, 1500, 1));
    Path after = run("c", many(1000, 1500, 1));

    assertThat(compare(before, after, "--format", "markdown")).isZero();
    assertThat(out.length()).isLessThanOrEqualTo(65_536);
    assertThat(out).containsPattern("([2-9]|\\d{2,}) more rows are left out here\\.");
  }

  @Test
  void anyMetricIsTheScoreToo() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000));
    Path after = run("c", new RunFiles().quiet("AO", 130, 9000));

    assertThat(compare(before, after, "--metric", "*")).isEqualTo(1);
    assertThat(compare(before, after, "--metric", "bytes.*")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "server/assertions, true",
    "server/settings/debug_assertions, on",
    "server/version, 'PostgreSQL (with assert checking)'"
  })
  void aDebugBuildIsNotComparableWithWhatNothingIsKnownOf(String fact, String value) {
    Path known = run("b", facts().fact(fact, value).quiet("AO", 100, 9000));
    Path unknown = run("c", new RunFiles().quiet("AO", 100, 9000));

    assertThat(compare(known, unknown)).isEqualTo(4);
    assertThat(compare(unknown, known)).isEqualTo(4);
    assertThat(compare(known, run("d", facts().quiet("AO", 100, 9000)))).isEqualTo(4);
    assertThat(out).contains("assertions (");
  }

  @Test
  void aMirrorThatIsDownIsNoMirror() {
    RunFiles[] sides = {facts(), facts()};
    for (RunFiles side : sides) {
      side.fact("server/segments/0/role", "MIRROR").quiet("AO", 100, 9000);
    }
    Path up = run("b", sides[0].fact("server/segments/0/up", "true"));
    Path down = run("c", sides[1].fact("server/segments/0/up", "false"));

    assertThat(compare(up, down)).isEqualTo(4);
    assertThat(out).contains("segments.mirrors (1 / 1 (1 down))");
  }

  @Test
  void theWorstIsASizeThatWasNothing() throws IOException {
    for (double bytes : new double[] {0, 9000}) {
      JmhText text = new JmhText();
      for (String cell : List.of("grown", "equal")) {
        double size = cell.equals("grown") ? bytes : 5000;
        text.add("a.B.c", "ss", "ms/op", "cell", cell)
            .fork(1, 1)
            .metric("bytes.index", "B", size, size)
            .metric("rows.table", "rows", 100, 100);
      }
      text.write(folder.resolve((int) bytes + ".json"));
    }

    assertThat(
            compare(
                folder.resolve("0.json"), folder.resolve("9000.json"), "--metric", "bytes.index"))
        .isEqualTo(1);
    assertThat(out)
        .contains("bytes.index: worst ∞ (c cell=grown); best 1.000 (c cell=equal).")
        .contains("ratios that are 0 or infinite, and not in the mean: 1.");
  }

  @Test
  void aMeanWithoutAnIntervalSaysWhy() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000).cell("PAX", 100, 9000, 0));
    Path after = run("c", new RunFiles().quiet("AO", 101, 9000).cell("PAX", 101, 9000, 0));

    compare(before, after);

    assertThat(out).contains("score: the mean has no interval, because ");
  }

  @Test
  void cellsThatOtherToolsWouldTakeForOneHaveNamesOfTheirOwn() throws IOException {
    for (String side : List.of("b", "c")) {
      JmhText text = new JmhText();
      for (String benchmark : List.of("a.Foo.run", "b.Bar.run")) {
        text.add(benchmark, "ss", "ms/op", "x", "1").fork(1).fork(1.1).fork(1.2);
      }
      for (String value : List.of("a b", "a/b", "a_b")) {
        text.add("a.Foo.other", "ss", "ms/op", "x", value).fork(1).fork(1.1).fork(1.2);
      }
      text.write(folder.resolve(side + ".json"));
    }
    Path before = folder.resolve("b.json");
    Path after = folder.resolve("c.json");

    compare(before, after, "--format", "otava");
    assertThat(Arrays.asList(out.lines().findFirst().orElseThrow().split(",")))
        .contains("a.Foo.run_x=1_score", "b.Bar.run_x=1_score")
        .hasSize(3 + 5)
        .doesNotHaveDuplicates();
    compare(before, after, "--format", "github-action-benchmark");
    assertThat(out.lines().filter(line -> line.contains("\"name\"")))
        .hasSize(5)
        .doesNotHaveDuplicates();
  }

  @Test
  void aNameForOtherToolsStaysWhenAnotherClassGetsAMethodOfThatName() throws IOException {
    for (String format : List.of("otava", "github-action-benchmark")) {
      for (List<String> benchmarks :
          List.of(List.of("a.Foo.run"), List.of("a.Foo.run", "b.Bar.run"))) {
        JmhText text = new JmhText();
        for (String benchmark : benchmarks) {
          text.add(benchmark, "ss", "ms/op", "x", "1").fork(1).fork(1.1).fork(1.2);
        }
        Path file = folder.resolve("names.json");
        text.write(file);
        compare(file, file, "--format", format);

        assertThat(out.replace(' ', '_')).as(format).contains("a.Foo.run_x=1_score");
      }
    }
  }

  @Test
  void eachSideIsToldWithItsTimeMachineAndBuild() throws IOException {
    String version = "PostgreSQL 12.12 (Greenplum Database 7.1.0 build commit:";
    Path before =
        run(
            "20260105T010000Z",
            new RunFiles()
                .quiet("AO", 100, 9000)
                .fact("server/version", version + "e7c2b1f14b)")
                .fact("client/cpu", "Xeon"));
    Path after =
        run(
            "20260106T010000Z",
            new RunFiles()
                .quiet("AO", 100.1, 9000)
                .fact("server/version", version + "67a0e2a001)")
                .fact("client/cpu", "Xeon"));
    Files.writeString(
        after.resolve("trials.json"),
        """
        {"trials": [{"position": 1, "round": 0, "fork": 0, "benchmark": "a", "parameters": {},
          "started": "2026-01-06T01:02:03.5Z", "seconds": 12.5, "settled": true}]}
        """);

    compare(before, after, "--format", "json");
    assertThat(out)
        .contains("\"started\" : \"2026-01-05T01:00:00Z\"", "\"commit\" : \"e7c2b1f14b\"")
        .contains("\"started\" : \"2026-01-06T01:02:03.500Z\"", "\"commit\" : \"67a0e2a001\"")
        .contains("\"seconds\" : 12.5", "\"machine\" : \"Xeon");
    compare(before, after, "--format", "otava");
    assertThat(out.lines().skip(1).map(line -> line.replaceFirst("(?:,[^,]*){2}$", "")))
        .containsExactly(
            "2026-01-05T01:00:00Z,baseline,e7c2b1f14b",
            "2026-01-06T01:02:03Z,candidate,67a0e2a001");
    compare(before, after, "--format", "github-action-benchmark");
    assertThat(out).contains(", measured 2026-01-06T01:02:03.500Z, commit 67a0e2a001");
  }

  @Test
  void whatCouldNotBeToldFailsBesideARegressionToo() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000).noisy("PAX", 100, 9000));
    Path after = run("c", new RunFiles().quiet("AO", 150, 9000).noisy("PAX", 101, 9000));

    compare(before, after, "--metric", "score", "--fail-on", "inconclusive", "--format", "junit");

    assertThat(out).contains("failures=\"2\"").contains("skipped=\"0\"");
  }

  @Test
  void aFingerprintThatSaysNothingIsNone() throws IOException {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000));
    Path after = run("c", new RunFiles().quiet("AO", 100.01, 9000));
    Files.writeString(before.resolve("fingerprint.json"), "{}");
    Files.writeString(after.resolve("fingerprint.json"), "{}");

    compare(before, after);

    assertThat(out).contains("no fingerprint.json beside the results");
  }

  @Tag("slow")
  @Test
  void programsReadTheSameBytesUnderEveryLocale() throws Exception {
    JmhText text = new JmhText();
    text.add("a.B.c", "ss", "ms/op", "size", "größe é 日本").fork(1).fork(1.1).fork(1.2);
    String file = text.write(folder.resolve("b.json")).toString();
    Path run = Files.createDirectory(folder.resolve("run"));
    Map<String, String> plain = Map.of("LC_ALL", "C");

    CommandLineRun.Ended json =
        CommandLineRun.start(plain, run, "compare", file, file, "--format", "json").end();
    CommandLineRun.Ended told = CommandLineRun.start(plain, run, "compare", file, file).end();

    compare(file, file, "--format", "json");
    assertThat(json.out()).isEqualTo(out).contains("größe é 日本");
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(told.out())).isTrue();
  }
}
