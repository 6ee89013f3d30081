package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import storagebench.render.HtmlRenderer;
import storagebench.render.TextRenderer;
import storagebench.results.Key;
import storagebench.table.Entry;
import storagebench.table.Table;

/**
 * What reports show of PAX: that the server lacks it, or its rows beside those of the other
 * formats. No server of the authors has PAX, so the figures are made up, and say so.
 */
class PaxColumnTest extends TableCase {
  private static final Path MADE_UP = Path.of("src/test/resources/made-up-pax");
  private static final String MARK = "workload made-up";

  private static final String LACKS =
      "Not measured: PAX, PAX_NO_CLUSTER; the server has no access method 'pax' (pg_am).";

  /** Tables of cells that the made-up figures call for. */
  private static final Set<String> TABLES =
      Set.of(
          "throughput",
          "server-cost",
          "compression",
          "index-cost",
          "batch-size",
          "growth",
          "choice",
          "anatomy");

  private static List<String> pages(Report report) {
    return List.of(new TextRenderer(false).render(report), new HtmlRenderer().render(report));
  }

  @Test
  void thatTheServerLacksPaxIsSaidBelowTheFigures() throws IOException {
    cell("AO", "false", 3000, 10, 11);
    Files.writeString(
        folder.resolve("fingerprint.json"),
        """
        {"server": {"lacks": {
          "PAX": "the server has no access method 'pax' (pg_am)",
          "PAX_NO_CLUSTER": "the server has no access method 'pax' (pg_am)"}}}
        """);
    Report report = report(ReportOptions.DEFAULT);

    assertThat(table(report, "throughput").remarks()).containsExactly(LACKS);
    assertThat(table(report, "throughput").rows()).hasSize(1);
    assertThat(pages(report).get(0)).contains(LACKS);
    assertThat(pages(report).get(1)).contains("<p>" + LACKS + "</p>");
  }

  @Test
  void paxHasItsRowInEveryTableAndItsMarkOnEveryPage() throws IOException {
    Report report =
        Report.read(List.of(MADE_UP.resolve("formats/jmh.json")), ReportOptions.DEFAULT);

    List<Table> byVariant =
        report.tables().stream()
            .filter(table -> table.columns().stream().anyMatch(c -> c.key().equals(variant())))
            .toList();
    assertThat(byVariant).extracting(Table::id).containsAll(TABLES);
    assertThat(byVariant)
        .allSatisfy(
            table -> {
              assertThat(figures(table, "PAX")).as(table.id()).isEqualTo(figures(table, "HEAP"));
              assertThat(figures(table, "PAX")).as(table.id()).isPositive();
            });
    assertThat(table(report, "gates").rows().stream().map(row -> row.get(0).text().orElse("")))
        .contains("size of PAX / AOCO", "throughput of PAX / AO", "size of PAX / PAX_NO_CLUSTER");
    assertThat(pages(report)).allMatch(page -> page.contains(MARK) && page.contains("MADE UP"));
    assertThat(pages(report).get(1)).contains("<h1>MADE UP");
  }

  @Test
  void whatCompressionCostsIsShownOfPaxToo() throws IOException {
    Report report = Report.read(List.of(MADE_UP.resolve("levels/jmh.json")), ReportOptions.DEFAULT);

    assertThat(figures(table(report, "compression-cost"), "PAX")).isPositive();
    assertThat(pages(report).get(0))
        .contains("blocksize 32768 (AO, AOCO)", "storage_format porc (PAX)");
    assertThat(pages(report)).allMatch(page -> page.contains(MARK) && page.contains("MADE UP"));
  }

  /** Whoever reads results must find nothing there that was not measured. */
  @Test
  void noFileOfResultsHasMadeUpFigures() throws IOException {
    List<Path> madeUp = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("results"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        if (Files.readString(file).toLowerCase(Locale.ROOT).contains("made-up")) {
          madeUp.add(file);
        }
      }
    }
    assertThat(madeUp).isEmpty();
  }

  private static Optional<Key> variant() {
    return Optional.of(Key.VARIANT);
  }

  /** How many figures the rows of a variant have. */
  private static long figures(Table table, String variant) {
    int column = table.columns().stream().map(c -> c.key()).toList().indexOf(variant());
    return table.rows().stream()
        .filter(row -> row.get(column).equals(Entry.of(variant)))
        .flatMap(List::stream)
        .filter(entry -> entry.figure().isPresent())
        .count();
  }
}
