package storagebench.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.compare.CompareOptions;
import storagebench.compare.Comparison;
import storagebench.compare.RunFiles;
import storagebench.compare.verdict.Verdict;
import storagebench.results.JmhText;

/**
 * Every format and every verdict, byte for byte, whatever the machine's language. After a wanted
 * change: {@code mvn test -Dtest=CompareGoldenTest -Dgolden.update=true}, then read the difference.
 */
class CompareGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/compare");
  private static final Locale BEFORE = Locale.getDefault();

  @TempDir Path folder;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(BEFORE);
  }

  private ComparisonResult everything() {
    return EveryVerdict.in(folder);
  }

  private static void assertGolden(String name, String text) throws IOException {
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void everyFormatIsAsSealed(Format format) throws IOException {
    assertGolden(format.fileName(), format.render(everything()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-nu-thai"})
  void formatsAreTheSameUnderEveryDefaultLocale(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    ComparisonResult judged = everything();

    for (Format format : Format.values()) {
      assertThat(format.render(judged))
          .isEqualTo(Files.readString(GOLDEN.resolve(format.fileName())));
    }
  }

  @Test
  void everyVerdictIsInTheSealedFiles() {
    Comparison comparison = everything().comparison();

    for (Verdict verdict : Verdict.values()) {
      assertThat(comparison.count(verdict)).as(verdict.label()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void eachVerdictAloneIsAsSealed(Verdict verdict) throws IOException {
    RunFiles before = EveryVerdict.server("2.0.0");
    RunFiles after = EveryVerdict.server("2.1.0");
    switch (verdict) {
      case REGRESSION -> pair(before, after, 110, 9900);
      case IMPROVEMENT -> pair(before, after, 90, 8100);
      case EQUIVALENT -> pair(before, after, 100.2, 9000);
      case DIFFERS -> {
        before.quiet("PAX", 100, 9000);
        after.cell("PAX", 103, 9000, 0.2, -0.3, 0.4, -0.1, -0.2);
      }
      case COULD_NOT_TELL -> {
        before.noisy("PAX", 100, 9000);
        after.cell("PAX", 104, 9000, 6, -8, 5, -4, 1);
      }
      case NOT_COMPARABLE -> {
        pair(before, after, 100, 9000);
        after.fact("server/settings/fsync", "off");
      }
    }
    Comparison comparison =
        Comparison.read(
            List.of(before.write(folder.resolve("b"), "s")),
            List.of(after.write(folder.resolve("c"), "s")),
            CompareOptions.DEFAULT);

    assertThat(comparison.rows().get(0).verdict()).isEqualTo(verdict);
    assertGolden(
        verdict.name().toLowerCase(Locale.ROOT) + ".txt",
        Format.TEXT.render(new ComparisonResult(comparison, false, Path.of(""))));
  }

  private static void pair(RunFiles before, RunFiles after, double ms, double bytes) {
    before.quiet("PAX", 100, 9000);
    // Other deviations than the baseline's, or the pairs would agree to the last digit.
    after.cell("PAX", ms, bytes, 0.2, -0.3, 0.4, -0.1, -0.2);
  }

  @Test
  void pullRequest1364CouldNotTellAndSaysHowManyForksWouldSettleIt() throws IOException {
    for (String side : List.of("before", "after")) {
      JmhText text = new JmhText();
      JmhText.Result result = text.add("psql.insert", "ss", "ms/op", "variant", "PAX");
      boolean first = side.equals("before");
      result.fork(first ? 6124.5 : 5713.2).fork(first ? 5993.7 : 5430.2);
      text.write(folder.resolve(side + ".json"));
    }
    Comparison comparison =
        Comparison.read(
            List.of(folder.resolve("before.json")),
            List.of(folder.resolve("after.json")),
            CompareOptions.DEFAULT);

    assertThat(comparison.rows().get(0).ratio().value()).isBetween(0.919, 0.920);
    assertThat(comparison.rows().get(0).verdict()).isEqualTo(Verdict.COULD_NOT_TELL);
    assertThat(comparison.rows().get(0).forksToSettle()).hasValue(6);
    assertGolden(
        "pull-request-1364.txt",
        Format.TEXT.render(new ComparisonResult(comparison, true, Path.of(""))));
  }
}
