package storagebench.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.Browser;
import storagebench.render.HtmlRenderer;
import storagebench.results.SampleRun;

/** A report in a browser: {@link #page}, with 16 cells of mixed batch sizes. */
abstract class PageCase {
  /** Chromium may still write its profile when it is asked to end. */
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path folder;

  static Browser browser;
  static Path page;

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
}
