package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code history} on runs made for the purpose. */
class HistoryCommandTest extends HistoryCase {
  @Test
  void aSingleNightHasNothingToCompareWith() {
    add(night(0, 100));

    assertThat(run("history", history())).isZero();
    assertThat(out).contains("No regression on 2026-01-01: nothing to compare with yet");
  }

  @Test
  void nightsWithoutAChangeEndWithZero() {
    for (int day = 0; day < 40; day++) {
      add(night(day, 100));
    }

    assertThat(run("history", history())).isZero();
    assertThat(out)
        .contains("No regression on 2026-02-09: nothing changed, 2 lines over 40 nights");
  }

  @Test
  void aSlowNightEndsWithOneAndNamesCellSizeAndBuilds() {
    for (int day = 0; day < 20; day++) {
      add(night(day, day == 19 ? 130 : 100));
    }

    assertThat(run("history", history())).isEqualTo(1);
    assertThat(out.lines().findFirst().orElseThrow())
        .startsWith("Regression on 2026-01-20: copy variant=AO score: regression, +")
        .contains("against the nights before")
        .endsWith("between the nights of 2026-01-19 to 2026-01-20, builds abc0000012..abc0000013.");
  }

  @Test
  void aChangeIsToldOnceAndStaysInTheTable() {
    for (int day = 0; day < 22; day++) {
      add(night(day, day >= 19 ? 130 : 100));
    }

    assertThat(run("history", history())).isZero();
    assertThat(out).contains("nothing changed").contains("abc0000012..abc0000013");
  }

  @Test
  void aLargerTableIsFoundTheNextNight() {
    for (int day = 0; day < 3; day++) {
      add(night(day, 100, day == 2 ? 9200 : 9000, "Xeon", "abc000000" + day));
    }

    assertThat(run("history", history())).isEqualTo(1);
    assertThat(out).contains("bytes.table: regression, +2.2 %").contains("abc0000001..abc0000002");
  }

  @Test
  void nightsCountInTheOrderInWhichTheyWereMeasured() throws IOException {
    for (int day = 19; day >= 0; day--) {
      add(night(day, day == 19 ? 130 : 100));
    }
    Files.move(files().get(19), history().resolve("0.json"));

    assertThat(run("history", history())).isEqualTo(1);
    assertThat(out).contains("Regression on 2026-01-20");
  }

  @Test
  void anotherMachineBeginsLinesOfItsOwnAndIsNotComparable() {
    for (int day = 0; day < 10; day++) {
      add(night(day, 100));
    }
    add(night(10, 150, 9000, "EPYC", "abcdef1234"));

    assertThat(run("history", history())).isEqualTo(4);
    assertThat(out).contains("Not comparable on 2026-01-11").contains("client.cpu");
    assertThat(run("history", history(), "--allow", "client.cpu")).isEqualTo(1);
  }

  @Test
  void tooFewNightsToSeeWhatHasToBeSeenEndWithThree() {
    for (int day = 0; day < 3; day++) {
      add(night(day, 100));
    }

    assertThat(run("history", history(), "--must-see", "5%")).isEqualTo(3);
    assertThat(out).contains("1 line could not have shown a change of 5 %");
    assertThat(run("history", history())).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "absent",
        "--alpha=0 h",
        "--margin=x h",
        "--format=pdf h",
        "--must-see=x h",
        "--unknown h",
        "--allow=nosuch h",
        "--allow=client.cp h",
        "--margin=nothing=3% h",
        ""
      })
  void wrongUseEndsWithTwoAndOneLine(String words) {
    add(night(0, 100));
    Object[] arguments =
        words.isEmpty()
            ? new Object[0]
            : Stream.of(words.split(" "))
                .map(word -> word.equals("h") ? history().toString() : word)
                .toArray();

    assertThat(run("history", arguments)).isEqualTo(2);
    assertThat(err.strip()).isNotEmpty().doesNotContain("\n");
  }

  @Test
  void anEmptyFolderHasNoNight() throws IOException {
    Files.createDirectories(history());

    assertThat(run("history", history())).isEqualTo(2);
    assertOneLineError();
    assertThat(err).contains("no night here");
  }

  @Test
  void everyFormatIsWrittenWhateverTheLanguage() throws IOException {
    Locale before = Locale.getDefault();
    add(night(0, 100), night(1, 100));
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(run("history", history(), "--out", folder.resolve("out"))).isZero();
    } finally {
      Locale.setDefault(before);
    }
    assertThat(Files.readString(folder.resolve("out/history.txt"))).isEqualTo(out);
    assertThat(folder.resolve("out/history.md")).exists();
  }
}
