package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secondary metrics that are not the suite's: by name, with their direction. */
class CompareOthersMetricTest extends CompareCommandCase {
  private Path before;
  private Path after;

  /**
   * Three forks of two iterations; the candidate allocates twice as much and reads half as often.
   */
  @BeforeEach
  void writeGroup() throws IOException {
    before = group("before.json", 1000, 400);
    after = group("after.json", 2000, 200);
  }

  private Path group(String name, int allocated, int reads) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "[{\"benchmark\":\"a.B.group\",\"mode\":\"thrpt\",\"primaryMetric\":{\"score\":500,"
            + "\"scoreUnit\":\"ops/ms\",\"rawData\":[[500,501],[499,500],[500,500]]},"
            + "\"secondaryMetrics\":{"
            + metric("·gc.alloc.rate.norm", "B/op", allocated)
            + ","
            + metric("reader", "ops/ms", reads)
            + ",\"gc.time\":{\"score\":9,\"scoreUnit\":\"ms\"}}}]");
  }

  private static String metric(String name, String unit, int figure) {
    return "\""
        + name
        + "\":{\"score\":"
        + figure
        + ",\"scoreUnit\":\""
        + unit
        + "\",\"rawData\":"
        + "[[F,F],[F.1,F.1],[F,F]]}".replace("F", "" + figure);
  }

  @ParameterizedTest
  @CsvSource({
    "gc.alloc.rate.norm:less, 1, 2.000",
    "·gc.alloc.rate.norm:less, 1, 2.000",
    "gc.alloc.rate.norm:more, 0, 2.000",
    "gc.*:less, 1, 2.000",
    "reader:more, 1, 0.500",
    "reader:less, 0, 0.500",
    "reader, 1, 0.500"
  })
  void theDirectionIsTheOneThatIsGivenOrTheUnits(String metric, int code, String ratio) {
    assertThat(compare(before, after, "--metric", metric)).as(out + err).isEqualTo(code);
    assertThat(out).contains(": worst " + ratio);
  }

  @Test
  void anEqualMetricIsEquivalentAndHasAMarginByItsName() {
    assertThat(compare(before, before, "--metric", "gc.alloc.rate.norm:less")).isZero();
    for (String named : new String[] {"gc.alloc.rate.norm", "gc.*"}) {
      compare(
          before, after, "--metric", "gc.a*:less", "--margin", named + "=70%", "--format", "json");
      assertThat(out.replaceAll("\\s", "")).contains("\"margin\":0.7");
    }
  }

  @Test
  void aMetricWithoutRawDataOfSeveralForksIsNotComparable() {
    assertThat(compare(before, after, "--metric", "gc.time:less")).isEqualTo(4);
    assertThat(out).contains("no raw data of gc.time");
  }

  @ParameterizedTest
  @CsvSource({
    "gc.alloc.rate.norm, unknown which way is better; say gc.alloc.rate.norm:less or",
    "absent:less, these runs have no such metric",
    "score:less, has a direction of its own",
    "bytes.table:more, has a direction of its own"
  })
  void whatHasNoDirectionOrIsNotThereIsRefused(String metric, String why) {
    assertThat(compare(before, after, "--metric", metric)).isEqualTo(2);
    assertOneLineError();
    assertThat(err).contains(why);
  }
}
