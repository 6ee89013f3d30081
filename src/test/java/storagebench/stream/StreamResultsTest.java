package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.report.Report;
import storagebench.report.ReportOptions;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.JmhReader;
import storagebench.results.Metric;
import storagebench.storage.Footprint;
import storagebench.storage.Partitions;
import storagebench.storage.Variant;
import storagebench.stream.BatchRow.Place;
import storagebench.stream.BatchRow.Times;
import storagebench.table.Table;
import storagebench.workload.Digest;

/** What report and compare get to read of a stream. */
class StreamResultsTest {
  private static final StreamPlan PLAN =
      new StreamPlan(
          "0badcafe",
          "cdr",
          1,
          4,
          1,
          List.of(Phase.values()),
          List.of(Variant.HEAP, Variant.AO),
          Method.INSERT_SELECT,
          Partitions.NONE,
          false,
          StreamPlan.QUERY_TIMEOUT,
          false,
          1);

  private final List<BatchRow> batches = new ArrayList<>();
  private final Map<Place, Footprint> sizes = new LinkedHashMap<>();

  @TempDir private Path folder;

  @Test
  void eachPhaseAndVariantIsACellOfOneForkWithItsBatchesInOrder() throws IOException {
    for (Phase phase : Phase.values()) {
      add(phase, Variant.AO, 2, 2000, 20);
      add(phase, Variant.AO, 1, 1000, 10);
      size(phase, Variant.AO, 2, 700);
    }
    List<Cell> cells = read();

    assertThat(cells)
        .extracting(cell -> cell.identity().benchmark())
        .containsOnly("storagebench.stream.day");
    assertThat(cells)
        .extracting(cell -> cell.identity().param("indexes").orElseThrow())
        .containsExactlyInAnyOrder("false", "true");
    assertThat(cells.get(0).forks()).hasSize(1);
    Fork fork = cells.get(0).forks().get(0);
    assertThat(fork.primary().toArray()).containsExactly(10, 20);
    assertThat(values(fork, Metric.ROWS_INSERTED)).containsExactly(1000, 2000);
    assertThat(values(fork, Metric.ROWS_TABLE)).containsExactly(1000, 3000);
    assertThat(values(fork, Metric.ROWS_CHECKSUM)).containsExactly(1, 3);
    assertThat(values(fork, Metric.TIME_COMMIT)).containsExactly(1, 2);
    assertThat(values(fork, Metric.TIME_SERVER)).containsExactly(9, 18);
    assertThat(values(fork, Metric.BYTES_TABLE)).containsExactly(700);
    assertThat(values(fork, Metric.BYTES_RAW)).containsExactly(100_000, 300_000);
  }

  @Test
  void batchesAfterTheLastSizesWaitForTheNext() throws IOException {
    add(Phase.ONE, Variant.AO, 1, 1000, 10);
    size(Phase.ONE, Variant.AO, 1, 500);
    add(Phase.ONE, Variant.AO, 2, 2000, 20);

    assertThat(values(read().get(0).forks().get(0), Metric.ROWS_TABLE)).containsExactly(1000);
  }

  @Test
  void aBatchWithoutATimeIsLeftOutAndItsRowsCountAsInTheTable() throws IOException {
    add(Phase.ONE, Variant.AO, 1, 1000, 10);
    add(Phase.ONE, Variant.AO, 2, 2000, Double.NaN);
    add(Phase.ONE, Variant.AO, 3, 1000, 30);
    size(Phase.ONE, Variant.AO, 3, 700);
    Fork fork = read().get(0).forks().get(0);

    assertThat(fork.primary().toArray()).containsExactly(10, 30);
    assertThat(values(fork, Metric.ROWS_INSERTED)).containsExactly(1000, 1000);
    assertThat(values(fork, Metric.ROWS_TABLE)).containsExactly(1000, 4000);
  }

  @Test
  void theTablesEndIsKnownEvenIfItsLastBatchHasNoTime() throws IOException {
    add(Phase.ONE, Variant.AO, 1, 1000, 10);
    add(Phase.ONE, Variant.AO, 2, 2000, Double.NaN);
    size(Phase.ONE, Variant.AO, 2, 700);
    Fork fork = read().get(0).forks().get(0);

    assertThat(values(fork, Metric.ROWS_TABLE)).containsExactly(3000);
    assertThat(values(fork, Metric.BYTES_TABLE)).containsExactly(700);
  }

  @Test
  void theReportDividesAllRowsByAllTimeWhateverTheSizesOfBatches() throws IOException {
    for (Variant variant : PLAN.variants()) {
      for (Phase phase : Phase.values()) {
        int slower = phase == Phase.TWO ? 2 : 1;
        add(phase, variant, 1, 1000, 100 * slower);
        add(phase, variant, 2, 9000, 300 * slower);
        add(phase, variant, 3, 10_000, 600 * slower);
        size(phase, variant, 3, 700);
      }
    }
    read();
    Report report = Report.read(List.of(folder), ReportOptions.DEFAULT);

    // 20,000 rows in 1 s and in 2 s; the mean of the rates would be 18,889.
    assertThat(figures(report, "throughput", "rate_rows_per_s"))
        .containsExactly(20_000, 20_000, 10_000, 10_000);
    assertThat(figures(report, "index-cost", "share_lost")).containsExactly(0.5, 0.5);
    assertThat(figures(report, "growth", "slowest_batch_s")).containsExactly(0.6, 0.6, 1.2, 1.2);
    assertThat(figures(report, "mixed-batch-size", "batch_rows"))
        .containsExactly(
            1000, 9000, 10_000, 1000, 9000, 10_000, 1000, 9000, 10_000, 1000, 9000, 10_000);
    assertThat(report.tables()).extracting(Table::id).contains("compression", "gates", "traces");
  }

  private static double[] figures(Report report, String table, String column) {
    Table found =
        report.tables().stream().filter(t -> t.id().equals(table)).findFirst().orElseThrow();
    return found.column(found.indexOf(column)).stream()
        .mapToDouble(entry -> entry.figure().orElseThrow().value())
        .toArray();
  }

  private void add(Phase phase, Variant variant, int batch, int rows, double millis) {
    batches.add(
        new BatchRow(
            new Place(phase, variant, batch),
            new Digest(rows, 100L * rows, batch),
            new Times(millis * 0.9, millis * 0.1, millis * 0.8, millis * 0.1)));
  }

  private void size(Phase phase, Variant variant, int batch, long bytes) {
    sizes.put(new Place(phase, variant, batch), new Footprint(bytes, 10, 1, OptionalLong.empty()));
  }

  private List<Cell> read() throws IOException {
    Path file = folder.resolve("jmh.json");
    Files.write(file, new StreamResults(PLAN, batches, sizes).json());
    List<Cell> cells = new ArrayList<>();
    JmhReader.read(file, cells::add);
    return cells;
  }

  private static double[] values(Fork fork, Metric metric) {
    return fork.secondary().get(metric.label()).toArray();
  }
}
