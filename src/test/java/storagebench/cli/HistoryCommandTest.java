package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.compare.RunFiles;

/** {@code history} and {@code history add} on runs made for the purpose. */
class HistoryCommandTest extends CompareCommandCase {
  private static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");

  private final Random random = new Random(20);

  private Path history() {
    return folder.resolve("history");
  }

  /** A run on the n-th day: forks vary by 2 %, nights by 0.5 %. */
  private Path night(int day, double ms, double bytes, String machine, String commit) {
    double[] percent = random.doubles(5, -3, 3).toArray();
    String version = "PostgreSQL 12.12 (Greenplum Database 7.1.0 build commit:" + commit + ")";
    RunFiles files =
        new RunFiles()
            .cell("AO", ms * (1 + 0.005 * random.nextGaussian()), bytes, percent)
            .fact("server/version", version)
            .fact("client/cpu", machine)
            .fact("client/cpus", "8")
            .fact("client/os", "Linux");
    return run(FIRST.plus(day, ChronoUnit.DAYS).toString().replaceAll("[-:]", ""), files);
  }

  private Path night(int day, double ms) {
    return night(day, ms, 9000, "Xeon", "%010x".formatted(0xabc0000000L + day));
  }

  private void add(Path... runs) {
    Object[] words = Stream.concat(Stream.of("add", history()), Stream.of(runs)).toArray();
    assertThat(run("history", words)).as(err).isZero();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(history())) {
      return files.sorted().toList();
    }
  }

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
