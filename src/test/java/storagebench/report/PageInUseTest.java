package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.fixture.Browser;
import storagebench.render.HtmlRenderer;
import storagebench.results.SampleRun;

/** The page as people use it: by keyboard, without scripts, on small screens and on paper. */
@Tag("slow")
class PageInUseTest {
  /** The least number of pixels between neighbours; labels on end are as wide as they are high. */
  private static final String ROOM_BETWEEN_LABELS =
      """
      scale => {
        const items = scale.getLabelItems();
        const context = scale.ctx;
        context.font = items[0].font.string;
        const extents = items.map(item => {
          const lines = [item.label].flat();
          return item.options.rotation
            ? lines.length * item.font.lineHeight
            : Math.max(...lines.map(line => context.measureText(line).width));
        });
        const middles = items.map(item => item.options.translation[0]);
        return Math.min(...middles.slice(1).map((middle, i) =>
          middle - middles[i] - (extents[i] + extents[i + 1]) / 2));
      }
      """;

  /** The number of pixels by which the longest label on end is shorter than its place. */
  private static final String ROOM_FOR_LABELS_ON_END =
      """
      scale => {
        const items = scale.getLabelItems().filter(item => item.options.rotation);
        const context = scale.ctx;
        context.font = scale.getLabelItems()[0].font.string;
        return scale.height - Math.max(0, ...items.map(item => context.measureText(item.label).width));
      }
      """;

  private static final int TAB = 9;
  private static final int SPACE = 32;
  private static final int DOWN = 40;

  /** Chromium may still write its profile when it is asked to end. */
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path folder;

  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void startBrowser() throws Exception {
    assumeTrue(Browser.program().isPresent(), "no chromium on the PATH: install Debian's chromium");
    Path results =
        SampleRun.of(3, 6, new int[] {10_000, 100_000}, "HEAP", "AO", "AOCO", "PAX")
            .write(folder.resolve("jmh.json"));
    Report report = Report.read(List.of(results), ReportOptions.DEFAULT);
    page = Files.writeString(folder.resolve("report.html"), new HtmlRenderer().render(report));
    browser = Browser.start(folder.resolve("profile"));
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void forgetEmulation() {
    browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    browser.call("Emulation.clearDeviceMetricsOverride", Map.of());
    browser.call("Emulation.setEmulatedMedia", Map.of("media", ""));
  }

  private int rows(String table, String condition) {
    return browser
        .evaluate(
            "[...document.querySelectorAll('#"
                + table
                + " tbody tr')].filter(tr => tr.checkVisibility() && ("
                + condition
                + ")).length")
        .asInt();
  }

  /** Goes on until the focus is on what the selector names. */
  private void tabTo(String selector) {
    for (int i = 0; i < 100; i++) {
      browser.press("Tab", TAB);
      if (browser.evaluate("document.activeElement.matches(\"" + selector + "\")").asBoolean()) {
        assertThat(browser.evaluate("document.activeElement.matches(':focus-visible')").asBoolean())
            .isTrue();
        return;
      }
    }
    throw new AssertionError("the key Tab never reaches " + selector);
  }

  private String series() {
    return browser
        .evaluate(
            "Chart.getChart(document.querySelector('#chart-throughput canvas')).data.datasets"
                + ".filter(d => d.data.length > 0 && d.label.length > 1).map(d => d.label).join()")
        .asText();
  }

  @Test
  void keysFilterChartsAndTables() {
    browser.open(page);
    assertThat(series()).isEqualTo("HEAP,AO,AOCO,PAX");

    tabTo("input[type=checkbox]");
    browser.press(" ", SPACE);
    assertThat(series()).isEqualTo("AO,AOCO,PAX");
    assertThat(rows("throughput", "tr.cells[0].textContent === 'HEAP'")).isZero();
    assertThat(rows("compression", "tr.cells[0].textContent === 'AO'")).isEqualTo(4);

    tabTo("select");
    browser.press("ArrowDown", DOWN);
    assertThat(rows("throughput", "true")).isEqualTo(6);
    assertThat(rows("throughput", "tr.cells[1].textContent === '10000'")).isEqualTo(6);
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void keysReachEveryTable() {
    browser.open(page);

    for (String table : List.of("throughput", "compression", "gates", "fingerprint")) {
      tabTo("#" + table + " .scroll");
    }
  }

  @Test
  void tablesNeedNoScripts() {
    browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    browser.open(page);

    assertThat(rows("throughput", "tr.cells.length > 8 && tr.cells[5].textContent !== ''"))
        .isEqualTo(16);
    assertThat(rows("compression", "true")).isEqualTo(16);
    assertThat(browser.evaluate("document.getElementById('charts').checkVisibility()").asBoolean())
        .isFalse();
    assertThat(browser.evaluate("document.getElementById('filter').checkVisibility()").asBoolean())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "400, light", "400, dark"})
  void nothingIsWiderThanTheScreen(int width, String scheme) throws Exception {
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 800));
    browser.call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    browser.open(page);
    keep(width + "-" + scheme + ".png");

    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
    assertThat(browser.requests()).allMatch(url -> url.startsWith("file:"));
    assertThat(browser.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1280, sample, throughput, 2",
    "500, sample, throughput, 2",
    "320, sample, throughput, 2",
    "500, sample, index-cost, 2",
    "1280, anatomy, anatomy, 6",
    "500, anatomy, anatomy, 6",
    "1280, pax, anatomy, 10"
  })
  void labelsBelowAnAxisAreAllThereAndApart(int width, String run, String chart, int labels)
      throws Exception {
    Path shown = page;
    if (!run.equals("sample")) {
      Path results =
          Path.of(
              run.equals("pax")
                  ? "src/test/resources/made-up-pax/formats"
                  : "results/reference/anatomy");
      Report report = Report.read(List.of(results), ReportOptions.DEFAULT);
      shown = Files.writeString(folder.resolve("a.html"), new HtmlRenderer().render(report));
    }
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    browser.open(shown);

    String axis = "Chart.getChart(document.querySelector('#chart-" + chart + " canvas')).scales.x";
    assertThat(browser.evaluate(axis + ".getLabelItems().length").asInt()).isEqualTo(labels);
    for (String room : List.of(ROOM_BETWEEN_LABELS, ROOM_FOR_LABELS_ON_END)) {
      assertThat(browser.evaluate("(" + room + ")(" + axis + ")").asDouble()).isPositive();
    }
  }

  private JsonNode ofCharts(String chart, String expression) {
    return browser.evaluate(
        "[...document.querySelectorAll('#chart-%s canvas')].map(c => Chart.getChart(c)).map(c => %s)"
            .formatted(chart, expression));
  }

  @Test
  void indexedAndUnindexedCellsHaveAnAxisEach() {
    browser.open(page);

    for (String chart : List.of("throughput", "front", "growth")) {
      assertThat(
              browser.evaluate(
                  "[...document.querySelectorAll('#chart-%s h4')].map(h => h.textContent).join()"
                      .formatted(chart)))
          .hasToString("\"without indexes,with indexes\"");
    }
    JsonNode highest = ofCharts("throughput", "c.scales.y.max");
    assertThat(highest.get(0).asDouble()).isGreaterThan(2 * highest.get(1).asDouble());
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void linesOfBatchesOfMixedSizesAreTimesOfARowToldByColourAndDash() {
    browser.open(page);
    String drawn = "c.data.datasets.filter(d => d.data.length > 0)";

    assertThat(ofCharts("growth", "c.options.scales.y.title.text").get(0).asText())
        .startsWith("us/row");
    assertThat(ofCharts("growth", drawn + ".length").get(0).asInt()).isEqualTo(8);
    assertThat(
            ofCharts("growth", "new Set(" + drawn + ".map(d => d.borderColor + d.borderDash)).size")
                .get(0)
                .asInt())
        .isEqualTo(8);
    assertThat(ofCharts("growth", "c.legend.legendItems.map(i => i.text).join()").get(0).asText())
        .isEqualTo("HEAP,AO,AOCO,PAX,batchSize 10000,batchSize 100000");

    browser.evaluate(
        "(select => { select.value = 'v10000'; select.dispatchEvent(new Event('change')); })"
            + "(document.querySelector('#filter select'))");
    assertThat(ofCharts("growth", "c.options.scales.y.title.text").get(0).asText())
        .startsWith("ms");
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "400, light", "400, dark"})
  void comparisonsShowTheirPlotWithoutScriptsRequestsOrMessages(int width, String scheme)
      throws Exception {
    Path comparison = Path.of("src/test/resources/golden/compare/compare.html").toAbsolutePath();
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 800));
    browser.call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    browser.open(comparison);
    keep("compare-" + width + "-" + scheme + ".png");

    assertThat(browser.evaluate("document.querySelectorAll('svg title').length").asInt())
        .isGreaterThan(5);
    assertThat(browser.evaluate("document.scripts.length").asInt()).isZero();
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void paperShowsWholeTablesAndNoControls() {
    browser.open(page);
    browser.call("Emulation.setEmulatedMedia", Map.of("media", "print"));

    assertThat(browser.evaluate("document.getElementById('filter').checkVisibility()").asBoolean())
        .isFalse();
    assertThat(rows("throughput", "true")).isEqualTo(16);
    assertThat(browser.call("Page.printToPDF", Map.of()).get("data").asText()).isNotEmpty();
    assertThat(browser.messages()).isEmpty();
  }

  /** With {@code -Dscreenshots=FOLDER}, for people to look at. */
  private void keep(String name) throws Exception {
    String kept = System.getProperty("screenshots");
    if (kept != null) {
      browser.screenshot(Files.createDirectories(Path.of(kept)).resolve(name));
    }
  }
}
