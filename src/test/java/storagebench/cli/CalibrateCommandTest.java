package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.compare.Comparison;
import storagebench.compare.RunFiles;
import storagebench.results.JmhText;

class CalibrateCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... arguments) {
    String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(words, new PrintWriter(out), new PrintWriter(err));
  }

  private Path measured(String name, String version, String cpu, double ms) {
    return new RunFiles()
        .fact("server/version", version)
        .fact("client/cpu", cpu)
        .quiet("AO", ms, 9000)
        .quiet("PAX", ms, 9000)
        .write(folder.resolve(name));
  }

  @Test
  void floorIsHowFarRunsOfOneBuildDiffer() {
    Path noise = folder.resolve("noise.json");

    assertThat(
            run(
                "calibrate",
                measured("1", "2.0", "A", 100),
                measured("2", "2.0", "A", 108),
                "--out",
                noise))
        .isZero();
    assertThat(out.toString()).contains("score").contains("8.00 %").contains("bytes.table");
  }

  @Test
  void noiseFloorIsTheSmallestMargin() {
    Path noise = folder.resolve("noise.json");
    Path one = measured("1", "2.0", "A", 100);
    Path two = measured("2", "2.0", "A", 108);
    Path slower = measured("3", "2.1", "A", 106);
    run("calibrate", one, two, "--out", noise);

    assertThat(run("compare", one, slower)).isEqualTo(1);
    assertThat(run("compare", one, slower, "--noise", noise)).isZero();
    assertThat(out.toString()).contains("margin of score raised to 8 %");
    assertThat(run("compare", one, slower, "--noise", noise, "--margin", "20%")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .doesNotContain("raised")
        .contains("noise floor of this machine, not above the margin: score 8 %, bytes.table 0 %");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "html"})
  void metricWithoutANoiseFloorIsNamed(String format) {
    Path noise = folder.resolve("noise.json");
    Path one = measured("1", "2.0", "A", 100);
    Path two = measured("2", "2.0", "A", 108);
    run("calibrate", one, two, "--metric", "bytes.table", "--out", noise);

    run("compare", one, two, "--noise", noise, "--format", format);
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("no noise floor of score in the noise file; calibrate with --metric")
        .doesNotContain("bytes.index");
  }

  @Test
  void jsonSaysEveryNoiseFloorAndKeepsToThePublishedSchema() throws IOException {
    Path noise = folder.resolve("noise.json");
    Path one = measured("1", "2.0", "A", 100);
    Path two = measured("2", "2.0", "A", 108);
    run("calibrate", one, two, "--metric", "score", "--out", noise);

    run("compare", one, two, "--noise", noise, "--margin", "20%", "--format", "json");
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.at("/noise_floors/0/metric").asText()).isEqualTo("score");
    assertThat(json.at("/noise_floors/0/floor").asDouble()).isCloseTo(0.08, within(1e-9));
    assertThat(json.at("/noise_floors/1/metric").asText()).isEqualTo("bytes.table");
    assertThat(json.at("/noise_floors/1/floor").isNull()).isTrue();
    try (InputStream schema = Comparison.class.getResourceAsStream("compare-2.schema.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema).validate(json))
          .isEmpty();
    }
  }

  @Test
  void metricsAreCalibratedThatCompareKnowsAndOthersOfTheMachineKept() throws IOException {
    Path noise = folder.resolve("noise.json");
    Path one = withWal("1", 100);
    Path two = withWal("2", 105);
    run("calibrate", one, two, "--out", noise);

    assertThat(run("calibrate", one, two, "--metric", "wal.*", "--out", noise)).isZero();
    assertThat(out.toString()).contains("wal.bytes_per_row").contains("5.00 %");
    assertThat(run("compare", one, two, "--noise", noise, "--metric", "score,wal.*")).isZero();
    assertThat(out.toString())
        .contains("margin of wal.bytes_per_row raised to 5 %")
        .contains("not above the margin: score")
        .doesNotContain("no noise floor");
    assertThat(run("calibrate", one, two, "--metric", "backends.*", "--out", noise)).isEqualTo(2);
    assertThat(run("calibrate", one, two, "--metric", "rows.table", "--out", noise)).isEqualTo(2);
  }

  private Path withWal(String name, double bytes) throws IOException {
    JmhText text = new JmhText();
    JmhText.Result cell = text.add("a.B.c", "ss", "ms/op", "variant", "AO");
    for (double share : new double[] {0.999, 1.001, 1.002, 0.998}) {
      cell.fork(100 * share + bytes / 1e4).metric("wal.bytes_per_row", "B/row", bytes * share);
    }
    return text.write(folder.resolve(name + ".json"));
  }

  @Test
  void otherMachinesAreKeptAndUnknownOnesRefused() throws IOException {
    Path noise = folder.resolve("noise.json");
    run("calibrate", measured("1", "2", "A", 1), measured("2", "2", "A", 1.1), "--out", noise);
    Path here = measured("3", "2", "B", 1);

    assertThat(run("compare", here, here, "--noise", noise)).isEqualTo(2);
    assertThat(err.toString()).contains("no noise floor of B");

    run("calibrate", here, measured("4", "2", "B", 1.1), "--out", noise);
    assertThat(Files.readString(noise)).contains("\"A\"").contains("\"B\"");
    assertThat(run("compare", here, here, "--noise", noise)).isZero();
  }

  @Test
  void aFolderOfRoundsIsOneRun() {
    double[] drift = {80, 90, 110, 125};
    for (int round = 0; round < drift.length; round++) {
      measured("one/round-" + round, "2.0", "A", drift[round]);
      measured("two/round-" + round, "2.0", "A", drift[round] * 1.02);
    }
    Path noise = folder.resolve("noise.json");

    assertThat(run("calibrate", folder.resolve("one"), folder.resolve("two"), "--out", noise))
        .isZero();
    assertThat(out.toString())
        .contains("2.00 %  (2 comparisons of 2 runs)")
        .contains("Caution: of 2 runs only");
    assertThat(run("calibrate", folder.resolve("one"), "--out", noise)).isEqualTo(2);
    assertThat(err.toString()).contains("each an argument of its own");
  }

  @Test
  void runOfSeveralMachinesIsRefused() {
    measured("one/a", "2.0", "A", 100);
    measured("one/b", "2.0", "B", 101);
    Path other = measured("two", "2.0", "A", 102);

    assertThat(run("calibrate", folder.resolve("one"), other, "--out", folder.resolve("n")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("one was measured on 2 machines");
  }

  @Test
  void sameRunTwiceIsRefused() {
    Path run = measured("1", "2.0", "A", 100);

    assertThat(run("calibrate", run, run.resolve("jmh.json"), "--out", folder.resolve("n")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("give each run once");
  }

  @Test
  void oneRunOrTwoBuildsAreNoCalibration() {
    Path noise = folder.resolve("noise.json");

    assertThat(run("calibrate", measured("1", "2.0", "A", 1), "--out", noise)).isEqualTo(2);
    assertThat(
            run(
                "calibrate",
                measured("1", "2.0", "A", 1),
                measured("2", "2.1", "A", 1),
                "--out",
                noise))
        .isEqualTo(2);
    assertThat(noise).doesNotExist();
  }

  @Test
  void brokenNoiseFileIsRefused() throws IOException {
    Path run = measured("1", "2", "A", 1);
    for (String text :
        new String[] {
          "",
          "[]",
          "null",
          "{\"A\":{\"score\":{\"floor\":-1}}}",
          "{\"A\":{}}",
          "{\"A\":{\"score\":{}}}"
        }) {
      Path noise = Files.writeString(folder.resolve("noise.json"), text);

      assertThat(run("compare", run, run, "--noise", noise)).as(text).isEqualTo(2);
      assertThat(err.toString().strip()).startsWith("Error: ").doesNotContain("\n");
    }
  }
}
