package storagebench.compare.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import storagebench.compare.CompareOptions;
import storagebench.compare.Comparison;
import storagebench.compare.Outcome;
import storagebench.compare.noise.Margins;
import storagebench.compare.verdict.Measure;
import storagebench.results.Projection;

/** What programs that read a comparison rely on, and what they must not be fed. */
class FormatTest {
  @TempDir Path folder;

  @Test
  void jsonKeepsToThePublishedSchema() throws IOException {
    try (InputStream schema = Comparison.class.getResourceAsStream("compare-1.schema.json")) {
      JsonSchema published = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);

      assertThat(
              published.validate(
                  new ObjectMapper().readTree(Format.JSON.render(EveryVerdict.in(folder)))))
          .isEmpty();
      assertThat(published.validate(new ObjectMapper().readTree("{\"format\": 1}"))).isNotEmpty();
    }
  }

  @Test
  void junitIsXmlThatCountsItsTests() throws Exception {
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(Format.JUNIT.render(EveryVerdict.in(folder)))));

    assertThat(xml.getElementsByTagName("testcase").getLength())
        .isEqualTo(Integer.parseInt(xml.getDocumentElement().getAttribute("tests")))
        .isEqualTo(12);
    assertThat(xml.getElementsByTagName("failure").getLength())
        .isEqualTo(Integer.parseInt(xml.getDocumentElement().getAttribute("failures")));
    assertThat(xml.getElementsByTagName("error").getLength())
        .isEqualTo(Integer.parseInt(xml.getDocumentElement().getAttribute("errors")));
  }

  @Test
  void namesCannotBecomeMarkup() {
    Judged judged = EveryVerdict.in(folder);

    assertThat(Format.HTML.render(judged)).doesNotContain("<b>").contains("&lt;b&gt;");
    assertThat(Format.TEXT.render(judged)).doesNotContain("\u001B");
    assertThat(Format.MARKDOWN.render(judged)).doesNotContain(" <b>");
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
                Set.of()));

    assertThat(Format.TEXT.render(new Judged(comparison, Outcome.REGRESSION)))
        .contains("AO verdict")
        .contains("PAX verdict");
  }
}
