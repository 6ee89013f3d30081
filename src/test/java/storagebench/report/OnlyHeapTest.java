package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import storagebench.render.TextRenderer;
import storagebench.table.Table;

/** A server that has HEAP alone leaves the tables that compare formats to say what is missing. */
class OnlyHeapTest extends TableCase {
  private void server(String segments) throws IOException {
    cell("HEAP", "false", 9000, 10, 10.1);
    Files.writeString(
        folder.resolve("fingerprint.json"), "{\"server\": {\"segments\": [" + segments + "]}}");
  }

  @Test
  void saysWhatAClusterWouldAddAndHowToGetOne() throws IOException {
    server("");

    assertThat(new TextRenderer(false).render(report(ReportOptions.DEFAULT)))
        .contains("WHICH TO CHOOSE\nOnly HEAP was measured", "CLOUDBERRY_URL", "Docker engine");
  }

  @Test
  void saysNothingOfTheKindOnACluster() throws IOException {
    server("{\"content\": 0}");

    assertThat(report(ReportOptions.DEFAULT).tables())
        .extracting(Table::id)
        .doesNotContain("choice");
  }
}
