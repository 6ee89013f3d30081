package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import storagebench.results.JmhText;
import storagebench.results.Metric;
import storagebench.table.Entry;
import storagebench.table.Entry.Emphasis;
import storagebench.table.Table;

/** What each gate says, and from where on it warns and fails. */
class GatesTest extends TableCase {
  private Entry gate(String name, String column) throws IOException {
    Table gates = table("gates");
    return gates.rows().stream()
        .filter(r -> r.get(0).text().orElseThrow().equals(name))
        .findFirst()
        .orElseThrow()
        .get(gates.indexOf(column));
  }

  @Test
  void gatesPassWarnAndFailAtTheirLimits() throws IOException {
    cell("AO", "false", 3000, 10, 10.1, 9.9);
    cell("AOCO", "false", 1000, 10, 10.1, 9.9);
    cell("PAX", "false", 1300, 25, 25.1, 24.9);
    cell("PAX_NO_CLUSTER", "false", 800, 10, 10.1, 9.9);
    cell("HEAP", "false", 2900, 10, 14, 7);

    assertThat(gate("size of PAX / AOCO", "verdict").emphasis()).isEqualTo(Emphasis.WARN);
    assertThat(gate("size of PAX / PAX_NO_CLUSTER", "verdict").emphasis()).isEqualTo(Emphasis.FAIL);
    assertThat(gate("throughput of PAX / AO", "verdict").emphasis()).isEqualTo(Emphasis.WARN);
    assertThat(gate("size of HEAP / AO", "verdict").emphasis()).isEqualTo(Emphasis.WARN);
    assertThat(gate("noise: variation of forks", "verdict").emphasis()).isEqualTo(Emphasis.WARN);
    assertThat(gate("equal row counts", "verdict").emphasis()).isEqualTo(Emphasis.PASS);
    assertThat(gate("equal checksums", "verdict").text()).contains("not measured");
  }

  @Test
  void differentRowCountsFail() throws IOException {
    cell("AO", "false", 3000, 10);
    text.add(INSERT, "ss", "ms/op", "variant", "HEAP", "batchSize", "1000", "indexes", "false")
        .fork(10)
        .metric(Metric.ROWS_TABLE, 2999);

    assertThat(gate("equal row counts", "verdict").emphasis()).isEqualTo(Emphasis.FAIL);
  }

  @Test
  void slowFirstBatchesAndDriftAreNoticed() throws IOException {
    JmhText.Result cold = text.add(INSERT, "ss", "ms/op", "variant", "AO");
    for (int fork = 0; fork < 5; fork++) {
      double ms = 10 + fork;
      cold.fork(3 * ms, ms, ms, ms).metric(Metric.ROWS_INSERTED, 10, 10, 10, 10);
    }

    assertThat(gate("warm-up: first batch / median", "verdict").emphasis())
        .isEqualTo(Emphasis.WARN);
    assertThat(gate("drift of speed across forks", "verdict").emphasis()).isEqualTo(Emphasis.WARN);
  }

  @Test
  void fewDistinctValuesAndAssertionsComeFromTheFingerprint() throws IOException {
    cell("AO", "false", 3000, 10);
    Files.writeString(
        folder.resolve("fingerprint.json"),
        """
        {"server": {"version": "PostgreSQL 14.4 (Apache Cloudberry) (with assert checking)"},
         "n_distinct": {"call_id": -1, "caller_number": -0.1}}
        """);

    // The table has 3000 rows: a tenth of them are 300 values.
    assertThat(gate("distinct values of bloom columns", "figure").figure().orElseThrow().value())
        .isCloseTo(300, within(1e-9));
    assertThat(gate("distinct values of bloom columns", "verdict").emphasis())
        .isEqualTo(Emphasis.WARN);
    assertThat(gate("no debug server", "verdict").emphasis()).isEqualTo(Emphasis.FAIL);
  }

  @Test
  void shareOfAnUnknownNumberOfRowsIsNoFigureButNoAbsenceEither() throws IOException {
    text.add("a.B.c", "ss", "ms/op").fork(1, 2);
    Files.writeString(folder.resolve("fingerprint.json"), "{\"n_distinct\": {\"caller\": -0.1}}");

    assertThat(gate("distinct values of bloom columns", "worst").text())
        .contains("n_distinct is a share of the rows, and no result has their number");
  }
}
