package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.render.CsvRenderer;
import storagebench.render.HtmlRenderer;
import storagebench.render.MarkdownRenderer;
import storagebench.render.PageScripts;
import storagebench.render.TextRenderer;
import storagebench.report.study.Anatomy;
import storagebench.results.Cell;
import storagebench.results.JmhText;
import storagebench.results.Metric;
import storagebench.results.Results;
import storagebench.table.Table;

/**
 * Anatomy of an insert: from a profiled run on a cluster of the Greenplum 7 lineage, byte for byte,
 * and from figures whose answer is known. Update as GoldenTest says.
 */
class AnatomyTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/anatomy");
  private static final Path PROFILED = Path.of("src/test/resources/jmh/profiled.json");

  @TempDir Path folder;

  /** A batch of 1000 rows in 10 ms, 1 ms of it commit: 10 us/row. */
  private static JmhText.Result cell(JmhText text, String variant) {
    return text.add("a.B.insertSelect", "ss", "ms/op", "variant", variant)
        .fork(10, 10)
        .metric(Metric.ROWS_INSERTED, 1000, 1000)
        .metric(Metric.ROWS_TABLE, 1000, 2000)
        .metric(Metric.TIME_WALL, 10, 10)
        .metric(Metric.TIME_COMMIT, 1, 1)
        .metric(Metric.BYTES_TABLE, 1000, 100_000);
  }

  private Table anatomy(JmhText text) throws IOException {
    Report report =
        Report.read(List.of(text.write(folder.resolve("jmh.json"))), ReportOptions.DEFAULT);
    return report.only(Set.of("anatomy")).tables().get(0);
  }

  private static double micros(Table table, int row, String column) {
    int index = table.indexOf(column + "_s_per_row");
    return table.rows().get(row).get(index).figure().orElseThrow().value() * 1e6;
  }

  @Test
  void renderingsOfARealRunAreTheGoldenOnes() throws IOException {
    Report report = Report.read(List.of(PROFILED), ReportOptions.DEFAULT).only(Set.of("anatomy"));
    Map<String, String> renderings =
        Map.of(
            "anatomy.txt", new TextRenderer(false).render(report),
            "anatomy.md", MarkdownRenderer.render(report),
            "anatomy.csv", CsvRenderer.render(report.tables().get(0)),
            "anatomy.html", new HtmlRenderer(new PageScripts(List.of())).render(report));
    for (Map.Entry<String, String> rendering : renderings.entrySet()) {
      Path golden = GOLDEN.resolve(rendering.getKey());
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(GOLDEN);
        Files.writeString(golden, rendering.getValue());
      }
      assertThat(rendering.getValue()).isEqualTo(Files.readString(golden));
    }
  }

  @Test
  void thePartsOfEveryCellAddUpToItsTime() {
    List<Cell> cells = Results.read(List.of(PROFILED)).cells();

    assertThat(cells).hasSize(6);
    for (Cell cell : cells) {
      Anatomy a = Anatomy.of(cell).orElseThrow();
      double waiting = a.waiting().values().stream().mapToDouble(d -> d).sum();
      double parts =
          a.planning().orElseThrow() + a.execution() + waiting + a.commit().orElseThrow();
      assertThat(parts).isCloseTo(a.whole(), within(1e-15));
      assertThat(a.execution()).isPositive();
    }
  }

  @Test
  void timeIsSplitByShares() throws IOException {
    JmhText text = new JmhText();
    cell(text, "AO")
        .metric("wait.before_commit.cpu", "1", 0.5, 0.5)
        .metric("wait.before_commit.io", "1", 0.1, 0.3)
        .metric("plan.planning", "ms", 0.5)
        .metric("backends.cpu", "us/row", 12, 14)
        .metric("wal.bytes_per_row", "B/row", 60, 62);
    Table table = anatomy(text);

    assertThat(micros(table, 0, "time")).isCloseTo(10, within(1e-9));
    assertThat(micros(table, 0, "planning")).isCloseTo(0.5, within(1e-9));
    assertThat(micros(table, 0, "wait_io")).isCloseTo(2, within(1e-9));
    assertThat(micros(table, 0, "commit")).isCloseTo(1, within(1e-9));
    assertThat(micros(table, 0, "execution")).isCloseTo(10 - 0.5 - 2 - 1, within(1e-9));
    assertThat(micros(table, 0, "cpu")).isCloseTo(13, within(1e-9));
    assertThat(table.indexOf("wait_cpu_s_per_row")).isNegative();
  }

  @Test
  void whatNoProfilerTookIsBlankAndSaysWhichWould() throws IOException {
    JmhText text = new JmhText();
    cell(text, "AO").metric("backends.cpu", "us/row", 12, 14);
    Table table = anatomy(text);

    for (String column : List.of("planning_s_per_row", "wal_bytes_per_row")) {
      assertThat(table.rows().get(0).get(table.indexOf(column)).isBlank()).isTrue();
    }
    assertThat(table.footnotes())
        .anyMatch(note -> note.contains("-prof plan"))
        .anyMatch(note -> note.contains("-prof wal"))
        .anyMatch(note -> note.contains("not sampled (-prof waits)"));
  }

  @Test
  void withoutProfilersThereIsNoAnatomy() throws IOException {
    JmhText text = new JmhText();
    cell(text, "AO");
    Report report =
        Report.read(List.of(text.write(folder.resolve("jmh.json"))), ReportOptions.DEFAULT);

    assertThat(report.tables()).extracting(Table::id).doesNotContain("anatomy", "profile");
  }

  @Test
  void metricsOfProfilersAreATableForScripts() {
    Report report = Report.read(List.of(PROFILED), ReportOptions.DEFAULT);

    assertThat(report.readable()).extracting(Table::id).doesNotContain("profile");
    assertThat(report.tables())
        .filteredOn(table -> table.id().equals("profile"))
        .first()
        .satisfies(table -> assertThat(table.rows()).hasSizeGreaterThan(100));
  }
}
