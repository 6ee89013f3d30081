package storagebench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.UserError;

class JmhReaderTest {
  private static final String PRIMARY =
      "\"benchmark\":\"a.B.c\",\"mode\":\"ss\",\"primaryMetric\":{\"score\":1,\"scoreUnit\":\"ms/op\"";

  @TempDir Path folder;

  private List<Cell> read(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("r.json"), json);
    List<Cell> cells = new ArrayList<>();
    JmhReader.read(file, cells::add);
    return cells;
  }

  @Test
  void rawDataAreReadForkByFork() throws IOException {
    Cell cell = read("[{" + PRIMARY + ",\"rawData\":[[1,2.5],[3]]}}]").get(0);

    assertThat(cell.forks())
        .extracting(Fork::primary)
        .containsExactly(Series.of(1, 2.5), Series.of(3));
    assertThat(cell.identity().params()).isEmpty();
    assertThat(cell.identity().threads()).isEqualTo(1);
  }

  @Test
  void numbersOfUnknownFieldsMayBeOfAnySize() throws IOException {
    Cell cell =
        read("[{\"timestamp\":1700000000000,\"id\":123456789012345678901234567890,"
                + "\"threads\":4,"
                + PRIMARY
                + ",\"rawData\":[[1]]}}]")
            .get(0);

    assertThat(cell.identity().threads()).isEqualTo(4);
  }

  @Test
  void notANumberAndInfinitiesAreTexts() throws IOException {
    Cell cell =
        read("[{" + PRIMARY + ",\"rawData\":[[\"NaN\",\"+INF\",\"-INF\",null,NaN]]}}]").get(0);

    assertThat(cell.forks().get(0).primary())
        .isEqualTo(
            Series.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN,
                Double.NaN));
  }

  @Test
  void histogramsOfIterationsAreMergedForTheFork() throws IOException {
    Cell cell =
        read("[{" + PRIMARY + ",\"rawDataHistogram\":[[[[1.0,3],[2.0,1]],[[1.5,2]]]]}}]").get(0);

    Fork fork = cell.forks().get(0);
    assertThat(fork.primary()).isEqualTo(Series.of(1.25, 1.5));
    assertThat(fork.samples().orElseThrow().count()).isEqualTo(6);
    assertThat(fork.samples().orElseThrow().quantile(0.5)).isEqualTo(1.0);
    assertThat(fork.samples().orElseThrow().quantile(0.75)).isEqualTo(1.5);
    assertThat(fork.samples().orElseThrow().quantile(1)).isEqualTo(2.0);
  }

  @Test
  void emptyRawDataLeaveJmhsScore() throws IOException {
    Cell cell = read("[{" + PRIMARY + ",\"rawData\":[]}}]").get(0);

    assertThat(cell.forks()).isEmpty();
    assertThat(cell.launches().get(0).score()).isEqualTo(1);
  }

  @Test
  void leadingDotOfOlderJmhIsNoPartOfTheName() throws IOException {
    Cell cell =
        read("[{"
                + PRIMARY
                + ",\"rawData\":[[1]]},\"secondaryMetrics\":{\"·gc.count\":{\"score\":0,"
                + "\"scoreUnit\":\"counts\",\"rawData\":[[4]]}}}]")
            .get(0);

    assertThat(cell.forks().get(0).secondary()).containsEntry("gc.count", Series.of(4));
    assertThat(cell.units()).containsEntry("gc.count", "counts");
  }

  @Test
  void metricMissingInSomeIterationsIsNotAligned() throws IOException {
    JmhText text = new JmhText();
    text.add("a.B.c", "ss", "ms/op").fork(1, 2, 3).metric(Metric.BYTES_TABLE, 10, 20);

    Fork fork = read(text.toString()).get(0).forks().get(0);

    assertThat(fork.each(Metric.BYTES_TABLE)).isEmpty();
    assertThat(fork.last(Metric.BYTES_TABLE)).contains(20.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "[",
        "[1]",
        "[{}]",
        "null",
        "not json",
        "[{\"benchmark\":\"a.B.c\",\"mode\":\"ss\"}]",
        "[{" + PRIMARY + ",\"rawData\":[[1,2",
        "[{" + PRIMARY + ",\"rawData\":[1]}}]",
        "[{" + PRIMARY + ",\"rawData\":7}}]",
        "[{" + PRIMARY + ",\"rawData\":[[\"x\"]]}}]",
        "[{" + PRIMARY + ",\"rawDataHistogram\":[[[[1]]]]}}]",
        "[{" + PRIMARY + ",\"rawData\":[[1]]}}] []",
        "[{" + PRIMARY + ",\"rawData\":[[1]]},\"params\":{\"a\":[1]}}]",
        "[{" + PRIMARY + ",\"rawData\":[[1]]},\"params\":[]}]",
        "[{" + PRIMARY + ",\"rawData\":[[1]]},\"threads\":99999999999999}]",
        "[{" + PRIMARY + "}}, {\"benchmark\":",
        "[{\"benchmark\":\"a\",\"benchmark\":\"b\"}]"
      })
  void whatIsNotJmhsIsRefusedInOneLine(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("r.json")
        .hasMessageContaining("-rf json")
        .hasMessageNotContaining("\n");
  }

  @Test
  void binaryAndDeeplyNestedFilesAreRefused() throws IOException {
    Path file = folder.resolve("r.json");
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, (byte) 0xff, 0, 0});
    assertThatThrownBy(() -> JmhReader.read(file, c -> {})).isInstanceOf(UserError.class);

    Files.writeString(file, "[".repeat(200_000), StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> JmhReader.read(file, c -> {})).isInstanceOf(UserError.class);
  }

  @Test
  void missingFileIsSaidWithWhatToGiveInstead() {
    assertThatThrownBy(() -> JmhReader.read(folder.resolve("absent.json"), c -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("absent.json")
        .hasMessageContaining("no such file");
  }
}
