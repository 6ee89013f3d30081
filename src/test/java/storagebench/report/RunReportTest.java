package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.UserError;
import storagebench.report.study.Reference;
import storagebench.results.RunFolder;

/** What stands in one table, and what does not. */
class RunReportTest {
  @TempDir private Path folder;

  private Path results() {
    return folder.resolve("results");
  }

  private void run(String name, String variant, String fingerprint) throws IOException {
    Runs runs = new Runs(results());
    int number = 1000 + name.hashCode() % 100;
    runs.write(name, variant, number);
    runs.fingerprint(name, fingerprint);
  }

  private static List<RunReport> read(Path... paths) {
    return RunReport.read(List.of(paths), ReportOptions.DEFAULT);
  }

  private static double forks(RunReport report) {
    return TableCase.figure(TableCase.table(report.report(), "throughput"), 0, "forks").value();
  }

  @Test
  void aFolderOfRunsIsShownRunByRunAlsoWhereTheyAreAlike() throws IOException {
    run("20260101T000000Z", "AO", "{}");
    run("20260102T000000Z", "AO", "{}");

    List<RunReport> reports = read(results());

    assertThat(reports).hasSize(2).allMatch(report -> forks(report) == 1);
    assertThat(reports.get(1).name()).endsWith("results/20260102T000000Z");
    assertThat(RunReport.folders(reports)).containsExactly("20260101T000000Z", "20260102T000000Z");
  }

  @Test
  void foldersOfUnlikeRunsLieInTheOneThatWasAskedForHoweverTheirPathsAreWritten()
      throws IOException {
    run("a", "AO", "{\"ddl\": {\"AO\": \"1\"}}");
    run("b", "AO", "{\"ddl\": {\"AO\": \"2\"}}");
    Path around = Files.createDirectory(folder.resolve("x")).resolve("../results/b");

    assertThat(RunReport.folders(read(results().resolve("a"), around))).containsExactly("a", "b");
  }

  @Test
  void runsThatAreNamedOneByOneArePutTogetherIfTheyAreAlike() throws IOException {
    run("20260101T000000Z", "AO", "{\"ddl\": {\"AO\": \"1\"}}");
    run("20260102T000000Z", "AO", "{\"ddl\": {\"AO\": \"1\"}, \"order\": 2}");
    run("20260103T000000Z", "AO", "{\"ddl\": {\"AO\": \"2\"}}");

    List<RunReport> reports =
        read(
            results().resolve("20260101T000000Z"),
            results().resolve("20260102T000000Z"),
            results().resolve("20260103T000000Z"));

    assertThat(reports).extracting(RunReportTest::forks).containsExactly(2.0, 1.0);
    assertThat(reports.get(0).report().warnings()).isEmpty();
    assertThat(reports.get(1).report().warnings())
        .containsExactly("shown apart from the results before: they differ in ddl.AO");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ddl\": {\"AO\": \"2\"}, \"server\": {\"version\": \"x\"}}",
        "{\"ddl\": {\"AO\": \"1\"}, \"server\": {\"version\": \"y\"}}",
        "{\"server\": {\"version\": \"x\", \"settings\": {\"fsync\": \"off\"}}}",
        "{\"workload\": {\"sha256\": \"b\"}}",
        "{\"server\": {\"segments\": [{\"content\": 0}, {\"content\": 1}]}}"
      })
  void cellsOfUnlikeDdlServerSettingsOrWorkloadAreNeverOneRow(String other) throws IOException {
    run(
        "one/round-000",
        "AO",
        "{\"ddl\": {\"AO\": \"1\"}, \"server\": {\"version\": \"x\", \"settings\": {\"fsync\": \"on\"},"
            + " \"segments\": [{\"content\": 0}]}, \"workload\": {\"sha256\": \"a\"}}");
    run("one/round-001", "AO", other);

    assertThat(read(results().resolve("one"))).hasSize(2).allMatch(report -> forks(report) == 1);
  }

  @Test
  void roundsOfOneSideAreOneRun() throws IOException {
    run("ci/baseline/round-000/20260101T000000Z", "AO", "{}");
    run("ci/baseline/round-001/20260101T000001Z", "AO", "{}");
    run("ci/candidate/round-000/20260101T000002Z", "AO", "{}");

    assertThat(read(results())).extracting(RunReportTest::forks).containsExactly(2.0, 1.0);
  }

  @Test
  void whatComesWithTheProjectIsReadWhenItIsNamed() throws IOException {
    run("20260101T000000Z", "AO", "{}");
    run("reference/formats", "PAX", "{}");
    run("proof/data", "HEAP", "{}");

    RunReport report = read(results()).get(0);

    assertThat(read(results())).hasSize(1);
    assertThat(report.report().warnings())
        .hasSize(2)
        .allMatch(line -> line.contains(" is left out: it comes with the project"));
    assertThat(read(folder)).hasSize(1);
    assertThat(read(results().resolve("reference"))).hasSize(1);
    assertThat(read(results().resolve("reference/formats"))).hasSize(1);
  }

  @Test
  void aFreshCloneSaysWhereItsResultsAre() throws IOException {
    run("reference/formats", "PAX", "{}");

    assertThatThrownBy(() -> read(results()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("results/reference, read only when named");
  }

  @Test
  void theLatestRunIsTheOneThatBeganLastAndHasResults() throws IOException {
    run("20260101T000000Z", "AO", "{}");
    run("20260102T000000Z", "AO", "{}");
    run("20260102T000000Z-2", "AO", "{}");
    run("20260102T000000Z-10", "AO", "{}");
    run("reference", "AO", "{}");
    Files.createDirectories(results().resolve("20260103T000000Z"));

    assertThat(RunFolder.latest(results())).endsWith(Path.of("20260102T000000Z-10"));
    assertThatThrownBy(() -> RunFolder.latest(folder.resolve("absent")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no run with results");
  }

  @Test
  void optionsMayNameWhatOnlyOneOfSeveralRunsHas() throws IOException {
    run("20260101T000000Z", "AO", "{}");
    run("20260102T000000Z", "HEAP", "{}");
    ReportOptions heap =
        new ReportOptions(
            List.of(), Optional.empty(), Optional.of(Reference.parse("HEAP")), List.of());
    ReportOptions pax =
        new ReportOptions(
            List.of(), Optional.empty(), Optional.of(Reference.parse("PAX")), List.of());

    assertThat(RunReport.read(List.of(results()), heap)).hasSize(2);
    assertThatThrownBy(() -> RunReport.read(List.of(results()), pax))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("known are AO, HEAP");
  }
}
