package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.compare.RunFiles;

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
    assertThat(out.toString()).doesNotContain("raised");
  }

  @Test
  void otherMachinesAreKeptAndUnknownOnesRefused() throws IOException {
    Path noise = folder.resolve("noise.json");
    run("calibrate", measured("1", "2", "A", 1), measured("2", "2", "A", 2), "--out", noise);
    Path here = measured("3", "2", "B", 1);

    assertThat(run("compare", here, here, "--noise", noise)).isEqualTo(2);
    assertThat(err.toString()).contains("no noise floor of B");

    run("calibrate", here, measured("4", "2", "B", 2), "--out", noise);
    assertThat(Files.readString(noise)).contains("\"A\"").contains("\"B\"");
    assertThat(run("compare", here, here, "--noise", noise)).isZero();
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
    for (String text : new String[] {"", "[]", "null", "{\"A\":{\"score\":{\"floor\":-1}}}"}) {
      Path noise = Files.writeString(folder.resolve("noise.json"), text);

      assertThat(run("compare", run, run, "--noise", noise)).as(text).isEqualTo(2);
      assertThat(err.toString().strip()).startsWith("Error: ").doesNotContain("\n");
    }
  }
}
