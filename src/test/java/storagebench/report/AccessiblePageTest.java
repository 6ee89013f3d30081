package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.choose.MadeUpRaces;
import storagebench.fixture.Browser;
import storagebench.render.ChoiceFiles;
import storagebench.render.ReportFolder;

/** Pages for people who cannot see all of it at once: on a phone, or at all. */
@Tag("slow")
class AccessiblePageTest {
  private static final String VIOLATIONS =
      """
      axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations
        .filter(v => ['serious', 'critical'].includes(v.impact))
        .map(v => v.id + ': ' + v.nodes.map(node => node.html).slice(0, 3).join(' '))
        .join('\\n'))
      """;

  /** Scrolls a table to its column and says where that is and where the first column ends. */
  private static final String SCROLLED_TO =
      """
      (column => {
        const scroll = document.querySelector('#throughput .scroll');
        const cells = [...scroll.querySelectorAll('thead th')];
        const at = cells.findIndex(th => th.dataset.name === column);
        const row = scroll.querySelector('tbody tr');
        const box = i => row.cells[i].getBoundingClientRect();
        scroll.scrollLeft += box(at).right - scroll.getBoundingClientRect().right;
        return [box(0).left, box(0).right, box(at).left, box(at).right];
      })
      """;

  /** Chromium may still write its profile when it is asked to end. */
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path folder;

  private static Browser browser;

  @BeforeAll
  static void startBrowser() throws Exception {
    assumeTrue(Browser.program().isPresent(), "no chromium on the PATH: install Debian's chromium");
    ReportFolder.write(
        Report.read(List.of(Path.of("results/reference/anatomy")), ReportOptions.DEFAULT), folder);
    ChoiceFiles.write(MadeUpRaces.ofFive().after(100, OptionalDouble.empty()), folder);
    browser = Browser.start(folder.resolve("browser"));
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void show(String page, int width, String scheme) {
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 800));
    browser.call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    browser.open(page.contains("/") ? Path.of(page).toAbsolutePath() : folder.resolve(page));
  }

  private static String axe() throws IOException {
    try (InputStream script = AccessiblePageTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "report.html, 1280, light",
    "report.html, 400, dark",
    "src/test/resources/golden/compare/compare.html, 1280, light",
    "src/test/resources/golden/compare/compare.html, 400, dark",
    "src/test/resources/golden/history/history.html, 1280, light",
    "src/test/resources/golden/history/history.html, 400, dark",
    "choice.html, 1280, light",
    "choice.html, 400, dark"
  })
  void axeFindsNoSeriousViolation(String page, int width, String scheme) throws IOException {
    show(page, width, scheme);
    browser.evaluate(axe() + "; true");

    assertThat(browser.evaluate(VIOLATIONS).asText()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"rate_rows_per_s", "speed_over_AO"})
  void onAPhoneFiguresAreReadBesideWhatTheyAreOf(String column) {
    show("report.html", 400, "light");
    double[] x = new double[4];
    for (int i = 0; i < x.length; i++) {
      x[i] = browser.evaluate("(" + SCROLLED_TO + ")('" + column + "')[" + i + "]").asDouble();
    }

    assertThat(x[0]).as("the first column is in sight").isGreaterThanOrEqualTo(0);
    assertThat(x[2]).as("the figure is right of it").isGreaterThanOrEqualTo(x[1]);
    assertThat(x[3]).as("the whole figure is in sight").isLessThanOrEqualTo(400);
  }

  @Test
  void onAPhoneTheFirstColumnSaysAllThatTellsRowsApart() {
    show("report.html", 400, "light");

    assertThat(
            browser
                .evaluate(
                    "getComputedStyle(document.querySelector('#throughput tbody th'), '::after')"
                        + ".content")
                .asText())
        .contains("batchSize 10000, indexes false");
    assertThat(
            browser
                .evaluate("document.querySelector('#throughput td[data-k]').checkVisibility()")
                .asBoolean())
        .isFalse();
  }
}
