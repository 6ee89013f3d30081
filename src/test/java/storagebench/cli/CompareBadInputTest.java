package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.compare.RunFiles;

/** What cannot be used ends with 2 and one line, never with a verdict. */
class CompareBadInputTest extends CompareCommandCase {
  @Test
  void aConditionOnAValueThatNeitherSideHasIsRefused() {
    Path before = run("b", new RunFiles().noisy("AO", 100, 9000));
    Path after = run("c", new RunFiles().noisy("AO", 100, 9000).noisy("AOCO", 100, 9000));

    assertThat(compare(before, after, "--where", "variant=AO,AOC")).isEqualTo(2);
    assertOneLineError();
    assertThat(err).contains("no result has 'AOC'; known are AO, AOCO");
    assertThat(compare(before, after, "--where", "variant=AO,AOCO")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[{\"benchmark\":\"a\""})
  void brokenAndForeignFilesAreRefused(String json) throws IOException {
    Path good = run("b", new RunFiles().quiet("AO", 100, 9000));
    Path bad = Files.writeString(folder.resolve("bad.json"), json);

    assertThat(compare(good, bad)).isEqualTo(2);
    assertOneLineError();
    assertThat(compare(bad, good)).isEqualTo(2);
    assertOneLineError();
  }

  @Test
  void brokenRoundsAreRefused() throws IOException {
    Path run = run("b", new RunFiles().quiet("AO", 100, 9000));
    for (String json : List.of("", "{", "{}", "[1]", "{\"session\":\"s\",\"rounds\":[1,1]}")) {
      Files.writeString(run.resolve("rounds.json"), json);

      assertThat(compare(run, run)).as(json).isEqualTo(2);
      assertOneLineError();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--margin x",
        "--margin -1%",
        "--margin 120%",
        "--margin nothing=3%",
        "--alpha 0",
        "--alpha x",
        "--metric rows.table",
        "--format pdf",
        "--fail-on regression",
        "--where x=1",
        "--by x",
        "--noise absent.json",
        "--unknown",
        "--baseline absent",
        "--allow nosuch",
        "--allow setting",
        "--allow client.memory",
        "--allow settings.fsync,nosuch"
      })
  void wrongOptionsEndWithTwo(String options) {
    Path run = run("b", new RunFiles().quiet("AO", 100, 9000));
    Stream<Object> words = Arrays.stream(options.split(" ")).map(Object.class::cast);

    assertThat(compare(Stream.concat(Stream.of(run, run), words).toArray())).isEqualTo(2);
    assertThat(err.strip()).isNotEmpty().doesNotContain("\n");
  }

  @Test
  void anUnknownFieldIsToldWithTheKnownOnes() {
    Path run = run("b", new RunFiles().quiet("AO", 100, 9000));

    assertThat(compare(run, run, "--allow", "nosuch")).isEqualTo(2);
    assertThat(err).contains("--allow nosuch").contains("threads").contains("settings.*");
    for (String known : List.of("threads", "rows", "client", "client.jvm", "settings.x", "ddl")) {
      assertThat(compare(run, run, "--allow", known)).as(known).isZero();
    }
  }

  @Test
  void missingFileEndsWithTwo() {
    assertThat(compare(folder.resolve("absent"), folder.resolve("absent"))).isEqualTo(2);
    assertOneLineError();
  }
}
