package storagebench.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static storagebench.fixture.JmhForks.fork;
import static storagebench.fixture.JmhForks.params;
import static storagebench.fixture.JmhForks.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import storagebench.run.plan.PlannedCell;

class MergedResultsTest {
  private static final PlannedCell SMALL = cell("10");
  private static final PlannedCell LARGE = cell("20");

  @Test
  void trialsOfACellAreWrittenAsJmhWritesTheForksOfOneRun() throws IOException {
    List<BenchmarkResult> forks = List.of(fork("10", 1, 5, 7), fork("10", 1, 6, 8, 9));
    MergedResults merged = new MergedResults(List.of(SMALL));
    forks.forEach(fork -> merged.add(SMALL, trial(fork)));
    RunResult byJmh =
        new RunResult(
            params("10", 2, List.of("-Xmx1g")),
            List.of(fork("10", 2, 5, 7), fork("10", 2, 6, 8, 9)));

    assertThat(json(merged)).isEqualTo(new ObjectMapper().readTree(written(byJmh)));
    assertThat(json(merged).at("/0/primaryMetric/rawData"))
        .isEqualTo(new ObjectMapper().readTree("[[5.0,7.0],[6.0,8.0,9.0]]"));
    assertThat(json(merged).at("/0/secondaryMetrics/rows.inserted/rawData").size()).isEqualTo(2);
    assertThat(json(merged).at("/0/forks").asInt()).isEqualTo(2);
  }

  @Test
  void cellsKeepTheirOrderWhateverTrialEndsFirst() throws IOException {
    MergedResults merged = new MergedResults(List.of(SMALL, LARGE));
    merged.add(LARGE, trial(fork("20", 1, 3)));
    merged.add(SMALL, trial(fork("10", 1, 1)));
    merged.add(LARGE, trial(fork("20", 1, 4)));

    assertThat(json(merged).findValuesAsText("batchSize")).containsExactly("10", "20");
    assertThat(json(merged).at("/0/forks").asInt()).isEqualTo(1);
    assertThat(json(merged).at("/1/forks").asInt()).isEqualTo(2);
  }

  @Test
  void howForksFoundTheServerIsNotWritten() throws IOException {
    MergedResults merged = new MergedResults(List.of(SMALL));
    merged.add(SMALL, trial(fork("10", 1, 1)));

    assertThat(json(merged).at("/0/jvmArgs"))
        .isEqualTo(new ObjectMapper().readTree("[\"-Xmx1g\"]"));
    assertThat(json(merged).toString()).doesNotContain("storagebench.target");
  }

  @Test
  void whatKeepsNewerJdksFromWarningIsNotWritten() {
    assertThat(ForkArguments.withoutOwn(List.of(ForkArguments.WITHOUT_WARNING, "-Xmx1g")))
        .containsExactly("-Xmx1g");
  }

  @Test
  void nothingAddedIsNothingToWrite() {
    assertThat(new MergedResults(List.of(SMALL)).isEmpty()).isTrue();
  }

  private static JsonNode json(MergedResults merged) throws IOException {
    return new ObjectMapper().readTree(merged.format(ResultFormatType.JSON));
  }

  private static byte[] written(RunResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(List.of(result));
    }
    return bytes.toByteArray();
  }

  private static PlannedCell cell(String batchSize) {
    return new PlannedCell("a.B.insert", Map.of("batchSize", batchSize));
  }
}
