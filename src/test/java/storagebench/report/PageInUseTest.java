package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as people use it: by keyboard, without scripts, on small screens and on paper. */
@Tag("slow")
class PageInUseTest extends PageCase {
  private static final int TAB = 9;
  private static final int SPACE = 32;
  private static final int DOWN = 40;

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
