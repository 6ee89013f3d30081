package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.render.HtmlRenderer;
import storagebench.render.PageScripts;
import storagebench.render.ReportFolder;
import storagebench.table.Entry;
import storagebench.table.Table;

/** What a run's page says of the run beside its figures. */
class RunPageTest {
  private static final Path REFERENCE = Path.of("results/reference");
  private static final Pattern LINK = Pattern.compile("href=\"(\\./[^\"]+)\"");

  @TempDir Path folder;

  private static Report read(String run) {
    return Report.read(List.of(REFERENCE.resolve(run)), ReportOptions.DEFAULT);
  }

  private List<String> links(String run) throws IOException {
    ReportFolder.write(read(run), folder.resolve(run));
    return LINK.matcher(Files.readString(folder.resolve(run).resolve("report.html")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void titleNamesServerDayAndCommand() {
    String page = new HtmlRenderer(new PageScripts(List.of())).render(read("formats"));

    assertThat(page)
        .containsPattern("<title>[^<]+, 2026-11-2\\d: insertSelect -p [^<]+ - Storage benchmarks<")
        .containsPattern("<h1>[^<]+, 2026-11-2\\d</h1>");
  }

  @Test
  void flameGraphsAndPlansAreLinkedWhereTheyLie() throws IOException {
    for (String run : List.of("anatomy", "flame", "stream-indexes")) {
      assertThat(links(run))
          .hasSizeGreaterThan(5)
          .allSatisfy(
              link ->
                  assertThat(
                          folder
                              .resolve(run)
                              .resolve(URLDecoder.decode(link, StandardCharsets.UTF_8)))
                      .isRegularFile());
    }
    assertThat(links("flame")).allMatch(link -> link.endsWith("/flame.html"));
    assertThat(links("formats")).isEmpty();
  }

  private static Table table(String id) {
    return read("anatomy").only(Set.of(id)).tables().get(0);
  }

  private static double figure(Table table, int row, String column) {
    Entry entry = table.rows().get(row).get(table.indexOf(column));
    return entry.figure().orElseThrow().value();
  }

  @Test
  void findingsOfProfilersAreShownAndNotOnlyKept() {
    assertThat(read("anatomy").readable())
        .extracting(Table::id)
        .containsSubsequence("anatomy", "waits", "plan", "segments", "backends", "wal", "server");
    assertThat(figure(table("segments"), 0, "segments.rows_skew")).isBetween(1.0, 1.1);
    assertThat(figure(table("plan"), 0, "plan.slice0.memory")).isGreaterThan(1000);
    assertThat(figure(table("plan"), 0, "plan.slice0.time")).isBetween(0.001, 0.1);
    assertThat(figure(table("backends"), 0, "backends.memory_peak")).isGreaterThan(1e6);
    assertThat(figure(table("server"), 0, "server.table.n_tup_ins")).isEqualTo(110_000);
  }

  @Test
  void waitsAreSharesOfCoordinatorAndSegments() {
    Table waits = table("waits");

    assertThat(waits.column(waits.indexOf("where")).stream().map(e -> e.text().orElseThrow()))
        .contains("coordinator", "segments");
    double first = 0;
    for (int i = waits.indexOf("cpu_share"); i < waits.columns().size(); i++) {
      first += waits.rows().get(0).get(i).figure().orElseThrow().value();
    }
    assertThat(first).isBetween(0.4, 1.001);
  }
}
