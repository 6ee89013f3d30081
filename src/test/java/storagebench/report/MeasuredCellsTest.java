package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import storagebench.results.Projection;
import storagebench.table.Entry;
import storagebench.table.Table;

/** What is said of the cells as they were measured, and what it is known from. */
class MeasuredCellsTest extends TableCase {
  private static List<Entry> gate(Report report, String name) {
    return table(report, "gates").rows().stream()
        .filter(row -> row.get(0).text().orElseThrow().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String said(Report report, String gate, String column) {
    Table gates = table(report, "gates");
    return gate(report, gate).get(gates.indexOf(column)).text().orElse("");
  }

  private Report byVariant() throws IOException {
    return report(
        new ReportOptions(
            List.of(), Optional.of(Projection.parse("variant")), Optional.empty(), List.of()));
  }

  @Test
  void rowsPutTogetherHideNoGate() throws IOException {
    cell("AOCO", "false", 1000, 10, 10.1);
    cell("PAX", "false", 1500, 10, 10.1);
    cell("AOCO", "true", 1000, 30, 30.1);
    cell("PAX", "true", 1000, 30, 30.1);

    Report report = byVariant();

    assertThat(table(report, "throughput").rows()).hasSize(2);
    assertThat(said(report, "size of PAX / AOCO", "verdict")).isEqualTo("fail");
    assertThat(said(report, "noise: variation of forks", "verdict")).isEqualTo("pass");
  }

  @Test
  void equalRowsAreNotTakenForGrantedOfAVariantThatDoesNotTell() throws IOException {
    cell("AO", "false", 3000, 10, 10.1);
    cell("AOCO", "false", 1000, 10, 10.1);
    text.add(INSERT, "ss", "ms/op", "variant", "PAX", "batchSize", "1000", "indexes", "false")
        .fork(10, 10, 10);

    Report report = report(ReportOptions.DEFAULT);

    assertThat(said(report, "equal row counts", "verdict")).isEqualTo("warn");
    assertThat(said(report, "equal row counts", "worst")).isEqualTo("not known of PAX");
  }

  @Test
  void runsOfDifferentLengthsAreComparedEachInItself() throws IOException {
    Runs runs = new Runs(folder);
    runs.write("long", "HEAP", 3000, "AO", 3000);
    runs.write("short", "AO", 1000, "AOCO", 1000);

    assertThat(said(runs.report(), "equal row counts", "verdict")).isEqualTo("pass");

    runs.write("short", "AO", 1000, "AOCO", 999);

    assertThat(said(runs.report(), "equal row counts", "verdict")).isEqualTo("fail");
  }

  @Test
  void runsOfOneVariantEachAreComparedWithOneAnother() throws IOException {
    Runs runs = new Runs(folder);
    runs.write("one", "HEAP", 3000);
    runs.write("two", "AO", 1000);

    assertThat(said(runs.report(), "equal row counts", "verdict")).isEqualTo("fail");
  }

  @Test
  void aFingerprintThatDoesNotSayHowTheServerWasBuiltPassesNothing() throws IOException {
    cell("AO", "false", 3000, 10);
    Files.writeString(folder.resolve("fingerprint.json"), "{\"note\": \"x\"}");

    assertThat(said(report(ReportOptions.DEFAULT), "no debug server", "verdict"))
        .isEqualTo("not measured");
  }

  @Test
  void anUnknownNumberOfDistinctValuesIsNotNone() throws IOException {
    cell("AO", "false", 3000, 10);
    Files.writeString(
        folder.resolve("fingerprint.json"), "{\"n_distinct\": {\"a\": 0, \"b\": 5000}}");

    Report report = report(ReportOptions.DEFAULT);

    assertThat(said(report, "distinct values of bloom columns", "verdict")).isEqualTo("pass");
    assertThat(said(report, "distinct values of bloom columns", "worst")).isEqualTo("b");
  }
}
