package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.render.HtmlRenderer;
import storagebench.results.SampleRun;

/** The charts of a page as people read them: labels, axes and lines. */
@Tag("slow")
class ChartsInUseTest extends PageCase {
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
  void oneVariantAloneIsNamedToo() throws Exception {
    Path results =
        SampleRun.of(3, 6, new int[] {10_000}, "HEAP").write(folder.resolve("alone.json"));
    Report report = Report.read(List.of(results), ReportOptions.DEFAULT);
    browser.open(
        Files.writeString(folder.resolve("alone.html"), new HtmlRenderer().render(report)));

    for (String chart : List.of("throughput", "growth")) {
      assertThat(ofCharts(chart, "c.legend.legendItems.map(i => i.text).join()").get(0).asText())
          .startsWith("HEAP");
    }
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
}
