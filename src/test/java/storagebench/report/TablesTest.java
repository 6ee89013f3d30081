package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import storagebench.results.Metric;
import storagebench.statistics.Estimate;
import storagebench.table.Entry;
import storagebench.table.Entry.Emphasis;
import storagebench.table.Table;

/** The figures of each table, from cells small enough to compute by hand. */
class TablesTest extends TableCase {
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
  void scoresThatAreNotFiniteAreNoted() throws IOException {
    text.add("a.B.nan", "avgt", "ms/op").fork(Double.NaN);
    text.add("a.B.huge", "avgt", "ms/op").fork(1e308, 1e308).fork(1e308, 1e308);
    text.add("a.B.nans", "avgt", "ms/op").fork(Double.NaN).fork(1);

    Table throughput = table("throughput");

    assertThat(throughput.footnotes())
        .containsExactly("scores are not finite, or too large to add up");
    assertThat(throughput.column(throughput.indexOf("score")))
        .allSatisfy(score -> assertThat(throughput.numbers(score)).containsExactly(1));
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
}
