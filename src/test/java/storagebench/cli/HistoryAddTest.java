package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.compare.RunFiles;

/** {@code history add} on runs made for the purpose, and the files that it makes. */
class HistoryAddTest extends HistoryCase {
  @Test
  void aNightIsOneSmallFileWithoutRawDataThatSaysWhenWhereAndWhat() throws IOException {
    add(night(0, 100));

    assertThat(files()).hasSize(1);
    assertThat(files().get(0).getFileName().toString()).startsWith("20260101T020000Z-");
    assertThat(Files.readString(files().get(0)))
        .contains("\"started\" : \"2026-01-01T02:00:00Z\"")
        .contains("\"machine\" : \"Xeon, 8, Linux\"")
        .contains("\"commit\" : \"abc0000000\"")
        .contains("\"score\"", "\"bytes.table\"", "\"log_mean\"", "\"forks\" : 5")
        .doesNotContain("bytes.index", "raw")
        .hasSizeLessThan(4000);
    assertThat(out.strip()).isEqualTo(files().get(0).toString());
  }

  @Test
  void theSameRunTwiceIsRefusedAndNothingIsAdded() throws IOException {
    Path first = night(0, 100);
    add(first);

    assertThat(run("history", "add", history(), night(1, 100), first)).isEqualTo(2);
    assertOneLineError();
    assertThat(err).contains("the same run as");
    assertThat(files()).hasSize(1);
    Path copy = folder.resolve("20260301T020000Z");
    Files.createDirectories(copy);
    Files.copy(first.resolve("jmh.json"), copy.resolve("jmh.json"));
    assertThat(run("history", "add", history(), copy)).isEqualTo(2);
    assertThat(files()).hasSize(1);
  }

  @Test
  void aRunThatDoesNotSayWhenItWasMeasuredIsRefused() {
    Path run = run("untimed", new RunFiles().quiet("AO", 100, 9000));

    assertThat(run("history", "add", history(), run)).isEqualTo(2);
    assertOneLineError();
    assertThat(err).contains("does not say when it was measured");
    assertThat(history()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{", "[]", "{}", "{\"format\":1}", "{\"format\":2}"})
  void garbledFilesAreNamedInOneLine(String json) throws IOException {
    add(night(0, 100));
    Files.writeString(history().resolve("foreign.json"), json);

    assertThat(run("history", history())).isEqualTo(2);
    assertOneLineError();
    assertThat(err).contains("foreign.json: not a file that history add wrote");
    assertThat(run("history", "add", history(), night(1, 100))).isEqualTo(2);
  }

  @Test
  void figuresThatCannotBeAreRefused() throws IOException {
    add(night(0, 100));
    Path file = files().get(0);
    String text = Files.readString(file);
    for (String garbled :
        List.of(
            text.replaceAll("\"forks\" : 5", "\"forks\" : 0"),
            text.replaceAll("\"forks\" : 5", "\"forks\" : null"),
            text.replaceAll("\"value\" : ", "\"value\" : -"),
            text.replaceAll("\"better\" : \"lower\"", "\"better\" : \"worse\""),
            text.replaceAll("2026-01-01T02:00:00Z", "yesterday"),
            text + text)) {
      assertThat(garbled).isNotEqualTo(text);
      Files.writeString(file, garbled);
      assertThat(run("history", history())).as(garbled).isEqualTo(2);
      assertOneLineError();
    }
  }

  @Test
  void filesThatAreNotJsonDoNotCount() throws IOException {
    add(night(0, 100));
    Files.writeString(history().resolve("README.md"), "nights");

    assertThat(run("history", history())).isZero();
  }

  @Test
  void aRunThatIsInTheFolderTwiceIsRefused() throws IOException {
    add(night(0, 100));
    Files.copy(files().get(0), history().resolve("again.json"));

    assertThat(run("history", history())).isEqualTo(2);
    assertOneLineError();
    assertThat(err).contains("the same run as");
  }
}
