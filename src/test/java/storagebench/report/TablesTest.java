package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.UserError;
import storagebench.report.render.TextRenderer;
import storagebench.report.table.Entry;
import storagebench.report.table.Entry.Emphasis;
import storagebench.report.table.Table;
import storagebench.results.JmhText;
import storagebench.results.Metric;
import storagebench.results.Projection;
import storagebench.results.Where;
import storagebench.statistics.Estimate;

/** The figures of each table, from cells small enough to compute by hand. */
class TablesTest {
  private static final String INSERT = "storagebench.benchmark.InsertSelectBenchmark.insertSelect";
  @TempDir Path folder;

  private final JmhText text = new JmhText();

  /** Forks of three batches of 1000 rows, with the table's final size. */
  private JmhText.Result cell(String variant, String indexes, double bytes, double... forkMs) {
    JmhText.Result result =
        text.add(
            INSERT, "ss", "ms/op", "variant", variant, "batchSize", "1000", "indexes", indexes);
    for (double ms : forkMs) {
      result
          .fork(ms, ms, ms)
          .metric(Metric.ROWS_INSERTED, 1000, 1000, 1000)
          .metric(Metric.ROWS_TABLE, 1000, 2000, 3000)
          .metric(Metric.BYTES_RAW, 100_000, 200_000, 300_000)
          .metric(Metric.BYTES_TABLE, bytes / 3, bytes * 2 / 3, bytes);
    }
    return result;
  }

  private Report report(ReportOptions options) throws IOException {
    return Report.read(List.of(text.write(folder.resolve("jmh.json"))), options);
  }

  private Table table(String id) throws IOException {
    return table(report(ReportOptions.DEFAULT), id);
  }

  private static Table table(Report report, String id) {
    return report.tables().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  private static Entry entry(Table table, int row, String column) {
    return table.rows().get(row).get(table.indexOf(column));
  }

  private static Estimate figure(Table table, int row, String column) {
    return entry(table, row, column).figure().orElseThrow();
  }

  private Entry gate(String name, String column) throws IOException {
    Table gates = table("gates");
    return gates.rows().stream()
        .filter(r -> r.get(0).text().orElseThrow().equals(name))
        .findFirst()
        .orElseThrow()
        .get(gates.indexOf(column));
  }

  private static ReportOptions by(String text) {
    return new ReportOptions(
        List.of(), Optional.of(Projection.parse(text)), Optional.empty(), List.of());
  }

  @Test
  void bestIsMarkedOnlyWhereIntervalsSeparate() throws IOException {
    cell("AO", "false", 3000, 10, 10.1, 9.9);
    cell("HEAP", "false", 3000, 20, 20.1, 19.9);
    cell("AO", "true", 3000, 10, 14, 9);
    cell("HEAP", "true", 3000, 12, 15, 11);

    Table throughput = table("throughput");

    assertThat(throughput.column(throughput.indexOf("rate_rows_per_s")))
        .extracting(Entry::emphasis)
        .containsExactly(Emphasis.NONE, Emphasis.BEST, Emphasis.NONE, Emphasis.NONE);
  }

  @Test
  void oneForkHasARateButNoInterval() throws IOException {
    cell("AO", "false", 3000, 10);

    Table throughput = table("throughput");

    assertThat(figure(throughput, 0, "rate_rows_per_s").value()).isCloseTo(100_000, within(1e-6));
    assertThat(figure(throughput, 0, "rate_rows_per_s").hasInterval()).isFalse();
    assertThat(throughput.footnotes()).contains("one fork: no interval");
  }

  @Test
  void sizesAreExactUnlessForksDiffer() throws IOException {
    cell("AO", "false", 3000, 10, 11);
    cell("AOCO", "false", 1500, 10).fork(10).metric(Metric.ROWS_TABLE, 3000);
    cell("AOCO", "false", 1800, 10);

    Table compression = table("compression");

    assertThat(figure(compression, 0, "ratio")).isEqualTo(Estimate.exact(100));
    assertThat(figure(compression, 1, "table_bytes").value()).isEqualTo(1650);
    assertThat(figure(compression, 1, "table_bytes").hasInterval()).isTrue();
    assertThat(compression.footnotes()).anyMatch(n -> n.contains("differ in size"));
  }

  @Test
  void serversOwnFigureIsFootnotedAboveOnePercent() throws IOException {
    cell("AO", "false", 3000, 10).metric(Metric.BYTES_UNCOMPRESSED, 100_500, 201_000, 302_000);
    cell("AOCO", "false", 3000, 10).metric(Metric.BYTES_UNCOMPRESSED, 1e5, 2e5, 330_000);

    assertThat(table("compression").footnotes())
        .singleElement()
        .asString()
        .startsWith("AOCO: the server counts +10.0 %");
  }

  @Test
  void indexCostIsTheShareOfThroughputLost() throws IOException {
    cell("AO", "false", 3000, 10, 10, 10);
    cell("AO", "true", 3000, 40, 40, 40).metric(Metric.BYTES_INDEX, 1, 2, 6000);

    Table cost = table("index-cost");

    assertThat(figure(cost, 0, "share_lost").value()).isCloseTo(0.75, within(1e-12));
    assertThat(figure(cost, 0, "index_bytes_per_row").value()).isEqualTo(2);
  }

  @Test
  void stallsAreCountedAndNamed() throws IOException {
    text.add(INSERT, "ss", "ms/op", "variant", "AO")
        .fork(10, 10, 90, 10, 10)
        .metric(Metric.ROWS_INSERTED, 100, 100, 100, 100, 100)
        .metric(Metric.ROWS_TABLE, 100, 200, 300, 400, 500);

    Table growth = table("growth");

    assertThat(figure(growth, 0, "stalls").value()).isEqualTo(1);
    assertThat(growth.footnotes())
        .singleElement()
        .asString()
        .contains("fork 1 batch 3 90.0 ms (9.0");
    assertThat(entry(growth, 0, "slowest_batch").text()).contains("fork 1 batch 3");
    assertThat(figure(growth, 0, "slowest_rows_before").value()).isEqualTo(200);
  }

  @Test
  void batchesOfAnotherSizeAreNoStalls() throws IOException {
    double[] ms = {10, 10, 100, 10, 100, 10};
    double[] rows = Arrays.stream(ms).map(m -> m * 100).toArray();
    text.add(INSERT, "ss", "ms/op", "variant", "AO")
        .fork(ms)
        .metric(Metric.ROWS_INSERTED, rows)
        .metric(Metric.ROWS_TABLE, 1000, 2000, 12_000, 13_000, 23_000, 24_000);

    Table growth = table("growth");

    assertThat(figure(growth, 0, "stalls").value()).isZero();
    assertThat(figure(growth, 0, "slope_s_per_row").value()).isCloseTo(0, within(1e-15));
  }

  @Test
  void dominatedOnlyWhereIntervalsSeparateOnBothAxes() throws IOException {
    cell("HEAP", "false", 9000, 20, 20.1, 19.9);
    cell("AO", "false", 3000, 10, 10.1, 9.9);
    cell("AOCO", "false", 2000, 15, 15.1, 14.9);
    cell("PAX", "false", 3500, 10.05, 10.2, 9.95);

    Table choice = table("choice");

    assertThat(choice.column(choice.indexOf("verdict")))
        .extracting(e -> e.text().orElseThrow())
        .containsExactly(
            "dominated by AO, AOCO, PAX", "on the front", "on the front", "cannot tell from AO");
    assertThat(choice.remarks()).hasSize(4).allMatch(s -> s.endsWith("."));
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
  void concurrencyIsAgainstTheFewestThreads() throws IOException {
    Report report =
        Report.read(
            List.of(Path.of("src/test/resources/jmh/sessions.json")), ReportOptions.DEFAULT);
    Table concurrency = table(report, "concurrency");

    // Time grows by the root of the threads: twice the rate at four times the threads.
    assertThat(concurrency.column(concurrency.indexOf("speedup")))
        .extracting(e -> Math.rint(10 * e.figure().orElseThrow().value()) / 10)
        .containsExactly(1.0, 1.4, 2.0, 1.0, 1.4, 2.0);
    assertThat(figure(concurrency, 5, "efficiency").value()).isCloseTo(0.5, within(0.01));
  }

  @Test
  void hiddenParameterThatVariesIsWarnedOf() throws IOException {
    cell("AO", "false", 3000, 10, 10);
    cell("AO", "true", 3000, 40, 40);

    Report report = report(by("variant"));

    assertThat(table(report, "throughput").rows()).hasSize(1);
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("indexes varies within rows");
    assertThat(report(by("variant,indexes")).warnings()).isEmpty();
  }

  @Test
  void keysAfterTheSlashBecomeColumns() throws IOException {
    cell("AO", "false", 3000, 10, 10);
    cell("HEAP", "false", 3000, 20, 20);

    String shown = new TextRenderer(false).render(report(by("batchSize/variant")));

    assertThat(shown).contains("HEAP throughput").contains("AO throughput");
  }

  @Test
  void conditionsKeepOrLeaveOutCells() throws IOException {
    cell("AO", "false", 3000, 10);
    cell("HEAP", "false", 3000, 20);
    cell("AOCO", "false", 3000, 20);

    assertThat(rows("variant=AO,HEAP")).isEqualTo(2);
    assertThat(rows("variant!=AO")).isEqualTo(2);
    assertThat(rows("benchmark=insertSelect")).isEqualTo(3);
    assertThatThrownBy(() -> rows("variant=NONE")).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> rows("colour=red"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("known are variant, benchmark");
    assertThatThrownBy(() -> rows("nonsense")).isInstanceOf(UserError.class);
  }

  private int rows(String condition) throws IOException {
    ReportOptions options =
        new ReportOptions(
            List.of(Where.parse(condition)), Optional.empty(), Optional.empty(), List.of());
    return table(report(options), "throughput").rows().size();
  }

  @Test
  void referenceMayBeAnyParameter() throws IOException {
    cell("AO", "false", 3000, 10, 10);
    cell("AO", "true", 3000, 40, 40);
    ReportOptions options =
        new ReportOptions(
            List.of(), Optional.empty(), Optional.of(Reference.parse("indexes=false")), List.of());

    assertThat(figure(table(report(options), "throughput"), 1, "speed_over_false").value())
        .isEqualTo(0.25);
    assertThatThrownBy(
            () ->
                report(
                    new ReportOptions(
                        List.of(),
                        Optional.empty(),
                        Optional.of(Reference.parse("NONE")),
                        List.of())))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("known are AO");
  }

  @Test
  void unitsOfPeopleDoNotChangeTheFigures() throws IOException {
    cell("AO", "false", 3000, 10, 10);
    ReportOptions options =
        new ReportOptions(List.of(), Optional.empty(), Optional.empty(), List.of("krows/s", "us"));

    assertThat(new TextRenderer(false).render(report(options)))
        .contains("krows/s ↑")
        .contains("us ↓");
    assertThat(figure(table(report(options), "throughput"), 0, "rate_rows_per_s").value())
        .isCloseTo(100_000, within(1e-6));
    assertThatThrownBy(
            () ->
                new ReportOptions(
                    List.of(), Optional.empty(), Optional.empty(), List.of("furlongs")))
        .isInstanceOf(UserError.class);
  }
}
