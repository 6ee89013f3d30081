package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.render.ReportFolder;
import storagebench.table.Entry;
import storagebench.table.Table;

class PriorBenchmarkTest {
  @TempDir Path folder;
  private Table throughput;

  @BeforeEach
  void report() throws IOException {
    Path file = PriorBenchmark.results().write(folder.resolve("prior.json"));
    throughput = Report.read(List.of(file), ReportOptions.DEFAULT).tables().get(0);
  }

  private double figure(String variant, String indexes, String column) {
    return throughput.rows().stream()
        .filter(row -> text(row.get(0)).equals(variant))
        .filter(row -> text(row.get(throughput.indexOf("param:indexes"))).equals(indexes))
        .findFirst()
        .orElseThrow()
        .get(throughput.indexOf(column))
        .figure()
        .orElseThrow()
        .value();
  }

  private static String text(Entry entry) {
    return entry.text().orElseThrow();
  }

  @Test
  void throughputIsRowsByTimeAndNotTheMeanOfRates() {
    assertThat(figure("HEAP", "false", "rate_rows_per_s")).isCloseTo(280_182, within(1.0));
    assertThat(figure("HEAP", "false", "speed_over_AO")).isLessThan(1);
    assertThat(figure("PAX", "true", "speed_over_AO")).isCloseTo(1.52, within(0.001));
  }

  @Test
  void warnsWhereTheMeanOfRatesWouldRankOtherwise() {
    assertThat(throughput.remarks())
        .hasSize(2)
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .contains("would rank HEAP (297,735 rows/s) before AO (294,779)")
                    .contains("ranks AO (288,000) before HEAP (280,182)"))
        .anySatisfy(warning -> assertThat(warning).contains("HEAP").contains("indexes=true"));
  }

  @Test
  void keptResultsAndTheirReportAreThese() throws IOException {
    Path kept = Path.of("results/reference/prior-benchmark");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(kept);
      PriorBenchmark.results().write(kept.resolve("jmh.json"));
      ReportFolder.write(Report.read(List.of(kept), ReportOptions.DEFAULT), kept);
    }

    assertThat(kept.resolve("jmh.json")).hasSameTextualContentAs(folder.resolve("prior.json"));
    for (String rendering : List.of("report.md", "report.txt")) {
      assertThat(Files.readString(kept.resolve(rendering)))
          .contains("would rank HEAP (297,735 rows/s) before AO (294,779)");
    }
  }
}
