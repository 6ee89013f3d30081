package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import storagebench.UserError;
import storagebench.render.CsvRenderer;
import storagebench.render.HtmlRenderer;
import storagebench.render.MarkdownRenderer;
import storagebench.render.TextRenderer;
import storagebench.results.Projection;
import storagebench.results.Results;
import storagebench.table.Table;

/** Files of real JMH runs in every mode and hand-made ones, in src/test/resources/jmh. */
class FixturesTest {
  private static final Path FOLDER = Path.of("src/test/resources/jmh");

  static Stream<Path> good() throws IOException {
    return jsonIn(FOLDER);
  }

  static Stream<Path> bad() throws IOException {
    return jsonIn(FOLDER.resolve("bad"));
  }

  private static Stream<Path> jsonIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  private static Report report(Path... files) {
    return Report.read(List.of(files), ReportOptions.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("good")
  void everyCellIsARowOfTheThroughputTableInEveryRendering(Path file) throws IOException {
    Report report = report(file);
    Table throughput = report.tables().get(0);
    int cells = Results.read(List.of(file)).cells().size();

    assertThat(throughput.rows()).hasSize(cells);
    try (CSVParser csv =
        CSVParser.parse(
            CsvRenderer.render(throughput),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      assertThat(csv.getRecords()).hasSize(cells);
    }
    assertThat(new TextRenderer(false).render(report)).contains("THROUGHPUT\n");
    assertThat(MarkdownRenderer.render(report)).contains("## Throughput\n");
    assertThat(new HtmlRenderer().render(report)).startsWith("<!DOCTYPE html>");
  }

  @ParameterizedTest
  @MethodSource("bad")
  void brokenFilesAreRefusedInOneLineWithTheirName(Path file) {
    assertThatThrownBy(() -> report(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file.getFileName().toString())
        .hasMessageNotContaining("\n");
  }

  @Test
  void thereAreTwentyAndMore() throws IOException {
    assertThat(good().count() + bad().count()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void sameCellInTwoFilesHasTheForksOfBoth() {
    Table throughput =
        report(
                FOLDER.resolve("first-of-two-files.json"),
                FOLDER.resolve("second-of-two-files.json"))
            .tables()
            .get(0);

    assertThat(throughput.rows()).hasSize(1);
    assertThat(throughput.column(throughput.indexOf("forks")).get(0).figure().orElseThrow().value())
        .isEqualTo(3);
  }

  @Test
  void fileGivenTwiceCountsOnce() {
    Path file = FOLDER.resolve("first-of-two-files.json");
    Table throughput = report(file, file.toAbsolutePath()).tables().get(0);

    assertThat(throughput.column(throughput.indexOf("forks")).get(0).figure().orElseThrow().value())
        .isEqualTo(1);
  }

  @Test
  void hostileNamesCannotSteerATerminalNorBreakATable() {
    Report report = report(FOLDER.resolve("hostile-names.json"));

    assertThat(new TextRenderer(true).render(report)).doesNotContain("\u001B[31mred", "\u202E");
    String markdown = MarkdownRenderer.render(report);
    assertThat(markdown).doesNotContain("<script", "<img", "[x](");
    assertThat(markdown.lines().filter(l -> l.startsWith("| "))).allMatch(l -> l.endsWith(" |"));
  }

  @Test
  void formulasAreTextInCsv() throws IOException {
    for (Table table : report(FOLDER.resolve("formulas.json")).tables()) {
      try (CSVParser csv = CSVParser.parse(CsvRenderer.render(table), CSVFormat.RFC4180)) {
        assertThat(csv.getRecords())
            .allSatisfy(
                line ->
                    assertThat(line.toList())
                        .allMatch(f -> !f.matches("(?s)[=@\t\r].*|[+-].*[^0-9.eE-].*")));
      }
    }
  }

  @Test
  void whatOnlySomeInputsHaveStaysVisibleAndIsNamedWhereItIsHidden() {
    List<Path> files = List.of(FOLDER.resolve("sessions.json"), FOLDER.resolve("mode-thrpt.json"));
    int cells = Results.read(files).cells().size();
    Report all = Report.read(files, ReportOptions.DEFAULT);
    Report hidden =
        Report.read(
            files,
            new ReportOptions(
                List.of(), Optional.of(Projection.parse("threads")), Optional.empty(), List.of()));

    assertThat(all.tables().get(0).rows()).hasSize(cells);
    assertThat(hidden.warnings())
        .anySatisfy(w -> assertThat(w).contains("varies within rows").contains(", absent)"));
  }
}
