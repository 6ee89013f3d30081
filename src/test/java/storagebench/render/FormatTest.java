package storagebench.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import storagebench.compare.CompareOptions;
import storagebench.compare.Comparison;
import storagebench.compare.RunFiles;
import storagebench.compare.noise.Margins;
import storagebench.compare.verdict.Measure;
import storagebench.results.Projection;

/** What programs that read a comparison rely on, and what they must not be fed. */
class FormatTest {
  @TempDir Path folder;

  @Test
  void jsonKeepsToThePublishedSchema() throws IOException {
    try (InputStream schema = Comparison.class.getResourceAsStream("compare-2.schema.json")) {
      JsonSchema published = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);

      assertThat(
              published.validate(
                  new ObjectMapper().readTree(Format.JSON.render(EveryVerdict.in(folder)))))
          .isEmpty();
      assertThat(published.validate(new ObjectMapper().readTree("{\"format\": 2}"))).isNotEmpty();
    }
  }

  @Test
  void readersAreToldOfEveryFileAndOfTheSchema() throws IOException {
    Path page = Path.of("docs/files.md");
    String schema = "../src/main/resources/storagebench/compare/compare-2.schema.json";

    assertThat(page.resolveSibling(schema)).exists();
    assertThat(Files.readString(page)).contains("](" + schema + ")");
    for (Format format : Format.values()) {
      assertThat(Files.readString(page)).contains("`" + format.fileName() + "`");
    }
  }

  @Test
  void junitIsXmlThatCountsItsTests() throws Exception {
    Document xml = junit(EveryVerdict.in(folder));

    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(17);
    assertCounts(xml);
  }

  @Test
  void junitSkipsEachCellOfOneSideAndFailsWhereNothingIsCompared() throws Exception {
    Comparison comparison =
        Comparison.read(
            List.of(new RunFiles().quiet("AO", 100, 9000).write(folder.resolve("b"))),
            List.of(new RunFiles().quiet("PAX", 100, 9000).write(folder.resolve("c"))),
            CompareOptions.DEFAULT);
    Document xml = junit(new ComparisonResult(comparison, true, Path.of("")));

    assertCounts(xml);
    assertThat(messages(xml, "error"))
        .containsExactly(
            "Not comparable: nothing to compare is on both sides. Only in the baseline: 1 cell."
                + " Only in the candidate: 1 cell.");
    assertThat(messages(xml, "skipped"))
        .containsExactly(
            "only in the baseline: not compared", "only in the candidate: not compared");
  }

  private static Document junit(ComparisonResult judged) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(Format.JUNIT.render(judged))));
  }

  private static void assertCounts(Document xml) {
    Map.of("tests", "testcase", "failures", "failure", "errors", "error", "skipped", "skipped")
        .forEach(
            (count, element) ->
                assertThat(xml.getDocumentElement().getAttribute(count))
                    .as(count)
                    .isEqualTo(Integer.toString(xml.getElementsByTagName(element).getLength())));
  }

  private static List<String> messages(Document xml, String element) {
    NodeList found = xml.getElementsByTagName(element);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> ((Element) found.item(i)).getAttribute("message"))
        .toList();
  }

  @Test
  void namesCannotBecomeMarkup() {
    ComparisonResult judged = EveryVerdict.in(folder);

    assertThat(Format.HTML.render(judged)).doesNotContain("<b>").contains("&lt;b&gt;");
    assertThat(Format.TEXT.render(judged)).doesNotContain("\u001B");
    assertThat(Format.MARKDOWN.render(judged)).doesNotContain(" <b>");
  }

  /** A plot in which two rows have the same label says nothing. */
  @Test
  void everyRowOfThePlotHasALabelOfItsOwn() {
    List<ForestPlot.Line> lines = ForestPlot.of(EveryVerdict.in(folder)).orElseThrow().lines();

    assertThat(lines).hasSizeGreaterThan(5);
    assertThat(lines.stream().map(line -> line.cell() + " " + line.metric()))
        .doesNotHaveDuplicates();
  }

  @Test
  void columnsOfAProjectionStandSideBySide() {
    Comparison comparison =
        Comparison.read(
            List.of(
                EveryVerdict.server("1")
                    .quiet("AO", 100, 9000)
                    .quiet("PAX", 100, 9000)
                    .write(folder.resolve("b"))),
            List.of(
                EveryVerdict.server("2")
                    .quiet("AO", 100, 9000)
                    .quiet("PAX", 110, 9000)
                    .write(folder.resolve("c"))),
            new CompareOptions(
                List.of(),
                Optional.of(Projection.parse("benchmark/variant")),
                List.of(Measure.SCORE),
                Margins.DEFAULT,
                0.05,
                Set.of(),
                OptionalDouble.empty()));

    assertThat(Format.TEXT.render(new ComparisonResult(comparison, false, Path.of(""))))
        .contains("AO verdict")
        .contains("PAX verdict");
  }
}
