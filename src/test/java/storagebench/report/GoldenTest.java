package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.render.CsvRenderer;
import storagebench.render.HtmlRenderer;
import storagebench.render.MarkdownRenderer;
import storagebench.render.PageScripts;
import storagebench.render.TextRenderer;
import storagebench.results.SampleRun;

/**
 * Every rendering, byte for byte, whatever the machine's language. After a wanted change: {@code
 * mvn test -Dtest=GoldenTest -Dgolden.update=true}, then read the difference.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Locale BEFORE = Locale.getDefault();

  @TempDir Path folder;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(BEFORE);
  }

  private Report report() throws IOException {
    Path file =
        SampleRun.of(3, 6, new int[] {10_000, 100_000}, "HEAP", "AO", "AOCO", "PAX")
            .write(folder.resolve("jmh.json"));
    Files.writeString(
        folder.resolve("fingerprint.json"),
        """
        {"command": ["insertSelect", "-p", "batchSize=10000,100000"], "order": 42,
         "server": {"version": "PostgreSQL 14.4 (Apache Cloudberry 2.1.0)", "segments": 2},
         "workload": {"n_distinct": {"caller_number": -0.5, "call_type": 3}},
         "target": {"password": "geheim", "url": "jdbc:postgresql://u:geheim@h/d?password=geheim"}}
        """);
    Report report = Report.read(List.of(file), ReportOptions.DEFAULT);
    assertThat(new TextRenderer(false).render(report)).doesNotContain("geheim");
    return report;
  }

  private static Map<String, String> renderings(Report report) {
    return Map.of(
        "report.txt",
        new TextRenderer(false).render(report),
        "report.md",
        MarkdownRenderer.render(report),
        "report.csv",
        report.tables().stream()
            .map(t -> "# " + t.id() + "\n" + CsvRenderer.render(t))
            .collect(Collectors.joining("\n")),
        "report.html",
        new HtmlRenderer(new PageScripts(List.of())).render(report));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-nu-thai"})
  void renderingsAreTheSameUnderEveryDefaultLocale(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));

    for (Map.Entry<String, String> rendering : renderings(report()).entrySet()) {
      Path golden = GOLDEN.resolve(rendering.getKey());
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(golden, rendering.getValue());
      }
      assertThat(rendering.getValue()).isEqualTo(Files.readString(golden));
    }
  }

  @Test
  void textIsReadableAtOneHundredColumns() throws IOException {
    assertThat(new TextRenderer(false).render(report()).lines()).allMatch(l -> l.length() <= 100);
  }

  @Test
  void legendIsSaidOnceByReportsAndNotByOtherTables() throws IOException {
    Report report = report();
    Report others =
        new Report(report.warnings(), report.tables(), report.columns(), report.units());

    List<Function<Report, String>> renderers =
        List.of(
            new TextRenderer(false)::render,
            MarkdownRenderer::render,
            new HtmlRenderer(new PageScripts(List.of()))::render);
    for (Function<Report, String> renderer : renderers) {
      String legend = "95 % interval from forks";
      assertThat(renderer.apply(report).split(legend, -1)).hasSize(2);
      assertThat(renderer.apply(report.only(Set.of("gates")))).contains(legend);
      assertThat(renderer.apply(others)).doesNotContain(legend);
    }
  }

  @Test
  void colourAddsNothingButEscapes() throws IOException {
    String colored = new TextRenderer(true).render(report());

    assertThat(colored).contains("\u001B[1mTHROUGHPUT\u001B[0m");
    assertThat(colored.replaceAll("\u001B\\[\\d+m", ""))
        .isEqualTo(new TextRenderer(false).render(report()));
  }
}
