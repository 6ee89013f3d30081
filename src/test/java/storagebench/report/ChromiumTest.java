package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import storagebench.render.CsvRenderer;
import storagebench.render.HtmlRenderer;
import storagebench.results.JmhText;
import storagebench.results.Metric;
import storagebench.results.SampleRun;
import storagebench.table.Table;

/** The page in a real browser, where one is installed. */
@Tag("slow")
class ChromiumTest {
  /** In percent; the page has no more. */
  private static final double SEVEN_DIGITS = 1e-4;

  private static final Pattern SECTION =
      Pattern.compile("<section id=\"([\\w-]+)\".*?</section>", Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("<th [^>]*data-name=\"([^\"]*)\"");
  private static final Pattern CELL = Pattern.compile("<t(?:d|h scope=\"row\")([^>]*)>");
  private static final Pattern VALUE = Pattern.compile("data-v=\"([^\"]*)\"");

  /** Chromium may still write its profile when it is asked to end. */
  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  private record Shown(String dom, List<String> consoleMessages) {}

  @BeforeEach
  void needsChromium() {
    assumeTrue(
        chromium().isPresent(), "no chromium on the PATH: install Debian's package chromium");
  }

  private static Optional<Path> chromium() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(d -> Stream.of(Path.of(d, "chromium"), Path.of(d, "chromium-browser")))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What the page became after its scripts ran; every host name fails to resolve. */
  private Shown show(Report report) throws IOException, InterruptedException {
    Path page = Files.writeString(folder.resolve("report.html"), new HtmlRenderer().render(report));
    Path dom = folder.resolve("dom.html");
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                chromium().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("chromium ended").isTrue();
    List<String> messages =
        Files.readString(log, StandardCharsets.ISO_8859_1)
            .lines()
            .filter(line -> line.contains("CONSOLE"))
            .toList();
    return new Shown(Files.readString(dom), messages);
  }

  private Report sample() throws IOException {
    Path file =
        SampleRun.of(3, 6, new int[] {10_000, 100_000}, "HEAP", "AO", "AOCO", "PAX")
            .write(folder.resolve("jmh.json"));
    return Report.read(List.of(file), ReportOptions.DEFAULT);
  }

  @Test
  void chartsAreDrawnWithoutConsoleMessageOrRequest() throws Exception {
    Shown shown = show(sample());

    // A request to anywhere is refused by the page's policy, and that is a message.
    assertThat(shown.consoleMessages).isEmpty();
    assertThat(shown.dom).doesNotContainPattern("(src|href)=\"(https?:)?//");
    assertThat(shown.dom)
        .contains("aria-label=\"Throughput, without indexes: ")
        .contains("aria-label=\"Throughput against bytes per row, with indexes: ")
        .contains("aria-label=\"Time of a row against rows in the table, with indexes: ")
        .contains("aria-label=\"Index cost: ");
  }

  @Test
  void thirtySettingsOfThreeWorkloadsAreDrawn() throws Exception {
    JmhText text = new JmhText();
    for (String workload : List.of("cdr", "logs", "readings")) {
      for (int i = 0; i < 30; i++) {
        text.add(
                "storagebench.benchmark.InsertSelectBenchmark.insertSelect",
                "ss",
                "ms/op",
                "workload",
                workload,
                "variant",
                i < 15 ? "AO" : "AOCO",
                "compresstype",
                i % 15 == 0 ? "none" : "zstd",
                "compresslevel",
                i % 15 == 0 ? "-" : Integer.toString(i % 15))
            .fork(10 + i, 10.1 + i)
            .metric(Metric.ROWS_INSERTED, 1000, 1000)
            .metric(Metric.ROWS_TABLE, 1000, 2000)
            .metric(Metric.BYTES_TABLE, 50_000, 100_000.0 - 1_000 * i);
      }
    }
    Path file = text.write(folder.resolve("jmh.json"));

    Shown shown = show(Report.read(List.of(file), ReportOptions.DEFAULT));

    assertThat(shown.consoleMessages).isEmpty();
    assertThat(shown.dom)
        .contains("aria-label=\"Throughput, logs: ")
        .contains("aria-label=\"Throughput against bytes per row, readings: ")
        .contains("aria-label=\"What compression costs, cdr: ");
  }

  @Test
  void numbersInThePageAreThoseOfCsv() throws Exception {
    Report report = sample();
    String dom = show(report).dom;
    int compared = 0;
    for (Matcher section = SECTION.matcher(dom); section.find(); ) {
      Optional<Table> table =
          report.tables().stream().filter(t -> t.id().equals(section.group(1))).findFirst();
      if (table.isPresent()) {
        compared += compare(section.group(), table.get());
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  private static int compare(String section, Table table) throws IOException {
    List<String> names = HEADING.matcher(section).results().map(m -> m.group(1)).toList();
    List<String> cells = CELL.matcher(section).results().map(m -> m.group(1)).toList();
    int compared = 0;
    try (CSVParser csv =
        CSVParser.parse(
            CsvRenderer.render(table),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      List<CSVRecord> records = csv.getRecords();
      assertThat(cells).hasSize(records.size() * names.size());
      for (int i = 0; i < cells.size(); i++) {
        String name = names.get(i % names.size());
        Matcher value = VALUE.matcher(cells.get(i));
        if (value.find()) {
          String inCsv = records.get(i / names.size()).get(name);
          assertThat(Double.parseDouble(value.group(1)))
              .as(table.id() + " " + name)
              .isCloseTo(Double.parseDouble(inCsv), withinPercentage(SEVEN_DIGITS));
          compared++;
        }
      }
    }
    return compared;
  }

  @Test
  void hostileNamesStayText() throws Exception {
    Report report =
        Report.read(
            List.of(Path.of("src/test/resources/jmh/hostile-names.json")), ReportOptions.DEFAULT);
    Shown shown = show(report);

    assertThat(shown.consoleMessages).isEmpty();
    assertThat(shown.dom).doesNotContain("<img", "<b>metric", "<i>u");
    assertThat(shown.dom.split("<script", -1)).as("the page's own three").hasSize(4);
    assertThat(shown.dom).doesNotContainPattern("<[a-z]+[^>\"]* on[a-z]+=");
  }
}
