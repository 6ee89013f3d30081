package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.render.HtmlRenderer;
import storagebench.results.SampleRun;

class PageSizeTest {
  @TempDir Path folder;

  @Test
  void twoHundredCellsTakeLessThanAMegabyteWithChartsAndTheirData() throws IOException {
    int[] batchSizes = IntStream.rangeClosed(1, 20).map(i -> 10_000 * i).toArray();
    Path file =
        SampleRun.of(10, 20, batchSizes, "HEAP", "AO", "AOCO", "PAX", "PAX_NO_CLUSTER")
            .write(folder.resolve("jmh.json"));
    Report report = Report.read(List.of(file), ReportOptions.DEFAULT);

    assertThat(report.tables().get(0).rows()).hasSize(200);
    assertThat(new HtmlRenderer().render(report).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(1_000_000);
  }
}
