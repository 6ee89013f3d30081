package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.compare.RunFiles;
import storagebench.results.JmhText;

/** What has to be the same on both sides, and what happens where it is not. */
class CompareComparableTest extends CompareCommandCase {
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
    assertThat(out)
        .startsWith("Not comparable: 2 not comparable.")
        .contains("; --allow " + field)
        .contains(" accepts it");

    assertThat(compare(before, after, "--allow", field)).isZero();
    assertThat(out).contains("accepted by --allow: " + field);
  }

  @Test
  void ddlThatDiffersIsShownByItsOptionsOrElseItsLines() {
    String table = "CREATE TABLE t (\n  a int)\nWITH (compresslevel = %s)\nDISTRIBUTED BY (a)";
    String[] hashes = {"0".repeat(64), "1".repeat(64)};
    Path before =
        run(
            "b",
            facts()
                .fact("ddl/AO", hashes[0])
                .fact("statements/AO", table.formatted("5"))
                .quiet("AO", 100, 9000));
    Path after =
        run(
            "c",
            facts()
                .fact("ddl/AO", hashes[1])
                .fact("statements/AO", table.formatted("9"))
                .quiet("AO", 100, 9000));

    assertThat(compare(before, after)).isEqualTo(4);
    compare(before, after, "--allow", "ddl");
    assertThat(out.replaceAll("\\s+", " "))
        .contains("accepted by --allow: ddl.AO (compresslevel=5 / compresslevel=9)");

    Path column =
        run(
            "f",
            facts()
                .fact("ddl/AO", hashes[1])
                .fact("statements/AO", table.formatted("5").replace("a int", "a bigint"))
                .quiet("AO", 100, 9000));
    compare(before, column, "--allow", "ddl");
    assertThat(out).contains("accepted by --allow: ddl.AO (a int) / a bigint))");

    Path unknown = run("d", facts().fact("ddl/AO", hashes[1]).quiet("AO", 100, 9000));
    compare(before, unknown, "--allow", "ddl");
    assertThat(out).contains("accepted by --allow: ddl.AO (00000000… / 11111111…)");
    Path same = run("e", facts().fact("ddl/AO", hashes[0]).quiet("AO", 100, 9000));
    assertThat(compare(before, same)).isZero();
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
    Path ms = scores("avgt", "ms/op", 2);
    Path us = scores("avgt", "us/op", 2000);
    Path perMs = scores("thrpt", "ops/ms", 2);
    Path perS = scores("thrpt", "ops/s", 2000);

    for (List<Path> pair : List.of(List.of(ms, us), List.of(perMs, perS), List.of(us, ms))) {
      assertThat(compare(pair.get(0), pair.get(1))).isEqualTo(4);
      assertThat(out).contains("; --allow unit accepts it");
      assertThat(compare(pair.get(0), pair.get(1), "--allow", "unit")).isZero();
      assertThat(out).contains("1 equivalent").contains("1.000");
    }
  }

  @Test
  void unitsThatCannotBeConvertedStayNotComparable() throws IOException {
    Path ms = scores("avgt", "ms/op", 2);

    assertThat(compare(ms, scores("avgt", "clks/op", 2), "--allow", "unit")).isEqualTo(4);
    assertThat(out).contains("unit (ms/op / clks/op); measure both in one unit");
  }

  private Path scores(String mode, String unit, double score) throws IOException {
    JmhText text = new JmhText();
    text.add("a.B.c", mode, unit).fork(score).fork(score * 1.001).fork(score * 0.999);
    return text.write(folder.resolve(unit.replace('/', '-') + ".json"));
  }

  @Test
  void aMetricInAnotherUnitIsNotComparableAndTheOthersAre() {
    Path before = run("b", withTable("B"));
    Path after = run("c", withTable("KB"));

    assertThat(compare(before, after)).isEqualTo(4);
    assertThat(out)
        .startsWith("Not comparable: 1 equivalent, 1 not comparable.")
        .contains("unit.bytes.table (B / KB)");
    assertThat(compare(before, after, "--metric", "score")).isZero();
    assertThat(compare(before, after, "--allow", "unit")).isEqualTo(4);
    assertThat(out.replaceAll("\\s+", " "))
        .contains("unit.bytes.table (B / KB); measure both in one unit");
  }

  @Test
  void aSideThatHasAMetricInTwoUnitsIsNotComparable() {
    run("b/1", withTable("B"));
    run("b/2", withTable("KB"));

    assertThat(compare(folder.resolve("b"), run("c", withTable("B")))).isEqualTo(4);
    assertThat(out).contains("unit.bytes.table (B, KB / B)");
  }

  private static RunFiles withTable(String unit) {
    RunFiles run = new RunFiles();
    JmhText.Result cell = run.text().add("a.B.c", "ss", "ms/op");
    cell.fork(100).fork(100.1).fork(99.9).metric("bytes.table", unit, 9000);
    return run;
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
        .startsWith(
            "No regression found: 2 equivalent. Only in the baseline: 1 cell. Only in the"
                + " candidate: 1 cell.")
        .contains("copy variant=AOCO  all     baseline")
        .contains("copy variant=PAX   all     candidate");
  }

  @Test
  void metricsOfOneSideAreListed() {
    Path before = run("b", withTable("B"));
    RunFiles without = new RunFiles();
    without.text().add("a.B.c", "ss", "ms/op").fork(100).fork(100.1).fork(99.9);
    Path after = run("c", without);

    assertThat(compare(before, after)).isZero();
    assertThat(out)
        .startsWith(
            "No regression found: 1 equivalent. Only in the baseline: bytes.table of 1 cell.")
        .contains("bytes.table of 1 cell only in the baseline: not compared")
        .contains("c     bytes.table  baseline");
    for (String format : List.of("markdown", "html")) {
      compare(before, after, "--format", format);
      assertThat(out)
          .contains("No regression found: 1 equivalent. Only in the baseline: bytes.table of 1");
    }
    compare(after, before, "--format", "json");
    assertThat(out.replaceAll("\\s", ""))
        .contains("\"only_candidate\":[{\"benchmark\":\"a.B.c\"")
        .contains("\"threads\":1,\"metric\":\"bytes.table\"}]");
    assertThat(compare(before, after, "--metric", "bytes.table")).isEqualTo(4);
    assertThat(out).startsWith("Not comparable: nothing to compare is on both sides. Only in");
  }

  @Test
  void nothingInCommonIsNotComparable() {
    Path before = run("b", new RunFiles().quiet("AO", 100, 9000));
    Path after = run("c", new RunFiles().quiet("PAX", 100, 9000));

    assertThat(compare(before, after)).isEqualTo(4);
    assertThat(out)
        .startsWith(
            "Not comparable: nothing to compare is on both sides. Only in the baseline: 1 cell.");
  }
}
