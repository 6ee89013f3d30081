package storagebench.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.history.History;
import storagebench.history.Night;
import storagebench.history.Nights;

/**
 * A history in every format, byte for byte, whatever the machine's language. After a wanted change:
 * {@code mvn test -Dtest=HistoryGoldenTest -Dgolden.update=true}, then read the difference.
 */
class HistoryGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/history");
  private static final Locale BEFORE = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(BEFORE);
  }

  /** Two changes of time, one of size, and the newest night with a regression. */
  private static History history() {
    List<Night> nights = new ArrayList<>();
    for (int day = 0; day < 48; day++) {
      double log = 0.01 * (day * 7 % 5) + (day >= 20 ? 0.15 : 0) + (day == 47 ? 0.2 : 0);
      nights.add(
          Nights.night(
              day,
              Map.of("score", Nights.time(log), "bytes.table", Nights.size(day < 30 ? 90 : 84))));
    }
    return History.of(nights, History.Options.DEFAULT);
  }

  @ParameterizedTest
  @EnumSource(HistoryFormat.class)
  void everyFormatIsAsSealed(HistoryFormat format) throws IOException {
    String text = format.render(history());
    Path golden = GOLDEN.resolve(format.fileName());
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-nu-thai"})
  void formatsAreTheSameUnderEveryDefaultLocale(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));

    for (HistoryFormat format : HistoryFormat.values()) {
      assertThat(format.render(history()))
          .isEqualTo(Files.readString(GOLDEN.resolve(format.fileName())));
    }
  }

  @Test
  void jsonKeepsToThePublishedSchema() throws IOException {
    try (InputStream schema = History.class.getResourceAsStream("history-1.schema.json")) {
      JsonSchema published = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);

      assertThat(
              published.validate(new ObjectMapper().readTree(HistoryFormat.JSON.render(history()))))
          .isEmpty();
      assertThat(published.validate(new ObjectMapper().readTree("{\"format\": 1}"))).isNotEmpty();
    }
  }

  @Test
  void thePageHasAChartForEachLineAndMarksItsChangesWithBuilds() {
    String page = HistoryFormat.HTML.render(history());

    assertThat(page.split("<svg class=\"chart\"", -1)).hasSize(3);
    assertThat(page)
        .contains("class=\"fail\"", "class=\"pass\"")
        .contains("abc0000013..abc0000014")
        .contains("abc000001d..abc000001e")
        .doesNotContain("NaN", "<script");
  }
}
