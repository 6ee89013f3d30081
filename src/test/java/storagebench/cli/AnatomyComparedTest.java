package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import storagebench.compare.RunFiles;
import storagebench.results.JmhText;
import storagebench.results.Metric;

/** Where the time of a row goes on both sides of a comparison, as profilers saw it. */
class AnatomyComparedTest extends CompareCommandCase {
  /**
   * Three forks of two batches of 1,000 rows in 10 ms, of which so many commit and wait; 0 if not
   * known.
   */
  private Path profiled(String name, double commitMillis, double walShare) {
    RunFiles run = new RunFiles();
    JmhText.Result cell = run.text().add("storagebench.C.copy", "ss", "ms/op", "variant", "AO");
    for (int fork = 0; fork < 3; fork++) {
      cell.fork(10, 10)
          .metric(Metric.ROWS_INSERTED, 1000, 1000)
          .metric("wait.cpu", "1", 1 - walShare, 1 - walShare)
          .metric("wait.before_commit.cpu", "1", 0.5, 0.5)
          .metric("wait.coordinator.ipc.dispatch", "1", 0.995, 0.995)
          .metric("wait.coordinator.cpu", "1", 0.005, 0.005)
          .metric("wait.segment0.lwlock.wal_write", "1", walShare, walShare)
          .metric("wait.segment1.lwlock.wal_write", "1", 0, 2 * walShare)
          .metric("wait.before_commit.lwlock", "1", walShare, walShare);
      if (commitMillis > 0) {
        cell.metric(Metric.TIME_COMMIT, commitMillis, commitMillis);
      }
    }
    return run(name, run);
  }

  @Test
  void theDifferenceOfEachPartIsShown() {
    assertThat(compare(profiled("b", 1, 0.1), profiled("c", 4, 0.2))).isZero();

    assertThat(out)
        .contains("ANATOMY OF BOTH SIDES")
        .containsPattern("(?m)^AO +time +10.00 +10.00 +0.00")
        .containsPattern("(?m)^AO +commit +1.00 +4.00 +3.00")
        .containsPattern("(?m)^AO +waiting: lwlock +1.00 +2.00 +1.00")
        .containsPattern("(?m)^AO +execution +8.00 +4.00 +-4.00");
  }

  @Test
  void whatOneSideDidNotTakeIsBlankAndNoDifference() {
    assertThat(compare(profiled("b", 1, 0.1), profiled("c", 0, 0.2))).isZero();

    assertThat(out).containsPattern("(?m)^AO +commit +1\\.00 *$");
  }

  @Test
  void waitsOfBothSidesStandBesideEachOtherThoseOfSegmentsAsTheirMean() {
    assertThat(compare(profiled("b", 1, 0.1), profiled("c", 4, 0.2))).isZero();

    assertThat(out)
        .contains("WAITS OF BOTH SIDES")
        .containsPattern("(?m)^AO +coordinator +ipc.dispatch +99.5 +99.5 +0.0")
        .containsPattern("(?m)^AO +segments +lwlock.wal_write +10.0 +20.0 +10.0")
        .doesNotContainPattern("(?m)^AO +coordinator +cpu");
  }

  @Test
  void plansStandBesideEachOtherWhereTheirShapesDiffer() throws IOException {
    Path baseline = profiled("b", 1, 0.1);
    Path candidate = profiled("c", 1, 0.1);
    keepPlan(baseline, "\"Node Type\": \"Seq Scan\", \"Relation Name\": \"staged_12_3\"");
    keepPlan(candidate, "\"Node Type\": \"Seq Scan\", \"Relation Name\": \"staged_99_4\"");
    assertThat(page(baseline, candidate))
        .contains(">Profiles</h2>", "href=\"./../b/profile/copy/explain.json\"")
        .doesNotContain("Plans that differ");

    keepPlan(
        candidate,
        "\"Node Type\": \"Redistribute Motion\", \"Slice\": 1,"
            + " \"Plans\": [{\"Node Type\": \"Seq Scan\", \"Relation Name\": \"staged_99_4\"}]");
    assertThat(page(baseline, candidate))
        .contains("Plans that differ", "Redistribute Motion, slice 1\n  Seq Scan staged_N_N\n")
        .doesNotContain("\uFFFD");
  }

  private String page(Path baseline, Path candidate) throws IOException {
    Path out = folder.resolve("out");
    assertThat(compare(baseline, candidate, "--out", out.toString())).isZero();
    return Files.readString(out.resolve("compare.html"));
  }

  private static void keepPlan(Path run, String node) throws IOException {
    Path cell = Files.createDirectories(run.resolve("profile/copy"));
    Files.writeString(cell.resolve("explain.json"), "[{\"Plan\": {" + node + "}}]");
  }

  @Test
  void whereNobodyLookedThereIsNone() {
    assertThat(
            compare(
                run("b", new RunFiles().quiet("AO", 100, 9000)),
                run("c", new RunFiles().quiet("AO", 100, 9000))))
        .isZero();

    assertThat(out).doesNotContain("ANATOMY");
  }
}
