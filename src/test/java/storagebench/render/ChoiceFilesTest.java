package storagebench.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.choose.Choices;
import storagebench.choose.Contender;
import storagebench.choose.Front;
import storagebench.choose.MadeUpRaces;
import storagebench.choose.QueryTimes;
import storagebench.results.ProfileFolder;
import storagebench.statistics.Estimate;

class ChoiceFilesTest {
  private static final int ENOUGH = 100;
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  @TempDir private Path folder;

  private String file(Choices choices, String name) throws IOException {
    ChoiceFiles.write(choices, folder);
    return Files.readString(folder.resolve(name));
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream schema = Choices.class.getResourceAsStream("choice-1.schema.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }
  }

  @Test
  void jsonKeepsToThePublishedSchemaWhetherTheRaceIsDecidedOrNot() throws IOException {
    for (int rounds : new int[] {1, 2, ENOUGH}) {
      Choices choices = MadeUpRaces.ofFive().after(rounds, OptionalDouble.of(1e8));

      assertThat(schema().validate(json(choices))).as(rounds + " rounds").isEmpty();
    }
    assertThat(schema().validate(json(MadeUpRaces.ofFive().after(ENOUGH, UNKNOWN)))).isEmpty();
    assertThat(schema().validate(new ObjectMapper().readTree("{\"format\": 1}"))).isNotEmpty();
  }

  @Test
  void oneRoundDoesNotGuessHowManyTrialsWouldDecide() throws IOException {
    assertThat(file(MadeUpRaces.ofFive().after(1, UNKNOWN), "choice.txt"))
        .contains("10 pairs; 1 whole round cannot tell how many trials more would decide.");
  }

  /** Two queries of two tables; the server stopped one, and another gave different rows. */
  private static Choices asked() {
    Choices choices = MadeUpRaces.ofFive().after(ENOUGH, UNKNOWN);
    List<Contender> front =
        choices.all().get(0).front().points().stream().map(Front.Point::contender).toList();
    Estimate stopped = Estimate.exact(Double.NaN);
    return choices.with(
        Map.of(
            choices.all().get(0).name(),
            new QueryTimes(
                List.of("SELECT sum(x) FROM :table", "SELECT y FROM :table"),
                Duration.ofSeconds(60),
                List.of(
                    new QueryTimes.Line(1, front.get(0), new Estimate(10, 9, 11), 7),
                    new QueryTimes.Line(1, front.get(2), new Estimate(25, 24, 26), 7),
                    new QueryTimes.Line(2, front.get(0), new Estimate(1, 0.9, 1.1), 7),
                    new QueryTimes.Line(2, front.get(2), stopped, 1)),
                List.of(1))));
  }

  @Test
  void whatQueriesTakeIsShownBesideTheFrontAndDecidesNothing() throws IOException {
    String text = file(asked(), "choice.txt");

    assertThat(text)
        .contains("READING", "Query 2: SELECT y FROM :table", "after 60 s")
        .containsPattern("(?m)^1 +AO +25\\.00 .* 2\\.50")
        .contains("Not the same rows from all tables: query 1.");
    assertThat(text.indexOf("FRONT")).isLessThan(text.indexOf("READING"));
    assertThat(text.substring(0, text.indexOf("FRONT")))
        .isEqualTo(
            ChoiceFiles.text(MadeUpRaces.ofFive().after(ENOUGH, UNKNOWN), new TextRenderer(false))
                .transform(before -> before.substring(0, before.indexOf("FRONT"))));
    assertThat(schema().validate(json(asked()))).isEmpty();
    assertThat(json(asked()).at("/races/0/reading/times").size()).isEqualTo(4);
    assertThat(file(asked(), "choice.html")).contains("What the choice costs in reading");
  }

  @Test
  void jsonSaysWhoIsOnTheFrontAndWhyTheOthersLeft() throws IOException {
    JsonNode race = json(MadeUpRaces.ofFive().after(ENOUGH, OptionalDouble.of(1e8))).at("/races/0");

    assertThat(race.at("/decided").asBoolean()).isTrue();
    assertThat(race.at("/picks/fastest").asText()).isEqualTo("AO");
    assertThat(race.at("/front").size()).isEqualTo(3);
    assertThat(race.at("/candidates").size()).isEqualTo(5);
    JsonNode heap = race.at("/candidates").get(4);
    assertThat(heap.at("/state").asText()).isEqualTo("dropped");
    assertThat(heap.at("/dropped/reason").asText()).isEqualTo("larger and not faster");
    assertThat(heap.at("/trials").asInt()).isEqualTo(heap.at("/dropped/round").asInt());
    assertThat(race.at("/definitions/AO").asText()).startsWith("CREATE TABLE");
  }

  private JsonNode json(Choices choices) throws IOException {
    return new ObjectMapper().readTree(file(choices, "choice.json"));
  }

  @Test
  void eachStepAlongTheFrontIsASentence() throws IOException {
    assertThat(
            file(MadeUpRaces.ofFive().after(ENOUGH, UNKNOWN), "choice.txt").replaceAll("\\s+", " "))
        .containsPattern(
            "From AOCO compresslevel=1 to AO compresslevel=1:"
                + " 1\\d % more rows/s for 27 % more bytes\\.")
        .containsPattern(
            "From AO compresslevel=1 to AO: 2\\d % more rows/s for 71 % more" + " bytes\\.");
  }

  @Test
  void rowsADayAreMinutesAndGigabytes() throws IOException {
    Choices choices = MadeUpRaces.ofFive().after(ENOUGH, OptionalDouble.of(1e8));

    assertThat(file(choices, "csv/front.csv").lines().findFirst().orElseThrow())
        .isEqualTo(
            "table,rate_rows_per_s,bytes_per_row,inserting_minutes_per_day,gigabytes_per_day");
    String fastest =
        Files.readString(folder.resolve("csv/front.csv")).lines().skip(3).findFirst().orElseThrow();
    assertThat(fastest).startsWith("AO,").endsWith(",12");
    assertThat(Double.parseDouble(fastest.split(",")[3])).isBetween(1.26, 1.30);
    assertThat(file(MadeUpRaces.ofFive().after(ENOUGH, UNKNOWN), "choice.txt"))
        .doesNotContain("GB a day");
  }

  @Test
  void thePageDrawsEveryCandidateAndJoinsThoseOnTheFront() throws IOException {
    String page = file(MadeUpRaces.ofFive().after(ENOUGH, UNKNOWN), "choice.html");

    assertThat(page.split("<g class=\"chosen\">", -1)).hasSize(4);
    assertThat(page.split("<g class=\"left\">", -1)).hasSize(3);
    assertThat(page)
        .containsPattern("<path d=\"M[\\d. ]+L[\\d. ]+L[\\d. ]+\">")
        .containsPattern(
            "HEAP: 160 B a row, [\\d.]+ million rows/s; left after round \\d+: 0.8\\d times as fast as AO, which is smaller")
        .contains("compresstype = zstd, compresslevel = 1, blocksize = 32768")
        .containsPattern("<li>AOCO compresslevel=1: 55 B a row, [\\d,]+ rows/s</li>")
        .doesNotContain("NaN", "<script");
  }

  @Test
  void whereManyLeftTheirRoundsDoNotCoverThePoints() throws IOException {
    MadeUpRaces races = new MadeUpRaces().with("AO", 50, 1e6);
    for (int level = 1; level <= 19; level++) {
      races
          .with("AOCO compresslevel=" + level, 60 + level, 0.3e6)
          .with("AOCO blocksize=65536 compresslevel=" + level, 90 + level, 0.3e6)
          .with("AO compresslevel=" + level, 120 + level, 0.3e6);
    }

    assertThat(file(races.after(ENOUGH, UNKNOWN), "choice.html"))
        .contains("<g class=\"left\">", "left after round")
        .doesNotContainPattern("<g class=\"left\">.*>\\d+</text>");
    assertThat(file(MadeUpRaces.ofFive().after(ENOUGH, UNKNOWN), "choice.html"))
        .containsPattern("<g class=\"left\">.*>\\d+</text>");
  }

  @Test
  void aPageOfOneCandidateIsDrawnToo() throws IOException {
    Choices choices = new MadeUpRaces().with("HEAP", 100, 1e6).after(1, UNKNOWN);

    assertThat(file(choices, "choice.html"))
        .contains("There is nothing to choose between", "cx=\"50.00%\" cy=\"50.00%\"")
        .doesNotContain("NaN");
  }

  @Test
  void ofEqualOnesTheServersUsualTableIsRecommended() throws IOException {
    Choices choices =
        new MadeUpRaces().with("HEAP", 100, 1e6).with("AO", 100, 1e6).after(ENOUGH, UNKNOWN);

    assertThat(file(choices, "choice.txt"))
        .contains(
            ": HEAP: 100 B a row",
            "All are equally fast within the margin",
            "HEAP, the server's usual table");
  }

  @Test
  void ofOnesThatAreEquallyFastTheSmallestStays() throws IOException {
    Choices choices =
        new MadeUpRaces().with("HEAP", 200, 1e6).with("AO", 100, 1e6).after(ENOUGH, UNKNOWN);

    assertThat(file(choices, "choice.txt"))
        .contains(
            ": AO: 100 B a row",
            "By the figures so far all are equally fast within the margin, so the smallest stays.");
  }

  @Test
  void whatIsOfQueriesGoesWithTheAnswerThatHadThem() throws IOException {
    Choices asked = asked();
    String own = asked.all().get(0).reading().orElseThrow().lines().get(0).plan();
    ProfileFolder.keepPlan(folder, own, "Seq Scan");
    ProfileFolder.keepPlan(folder, "query3-HEAP", "Seq Scan");

    ChoiceFiles.write(asked, folder);

    assertThat(folder.resolve("csv/reading.csv")).exists();
    assertThat(folder.resolve("plans/" + own + ".txt")).exists();
    assertThat(folder.resolve("plans/query3-HEAP.txt")).doesNotExist();

    ChoiceFiles.write(MadeUpRaces.ofFive().after(ENOUGH, UNKNOWN), folder);

    assertThat(folder.resolve("csv/reading.csv")).doesNotExist();
    assertThat(folder.resolve("csv/front.csv")).exists();
    assertThat(folder.resolve("plans")).isEmptyDirectory();
  }

  @Test
  void whereTheRowsAreOfNoTableTheOneToBeLikeIsLeftToTheUser() throws IOException {
    MadeUpRaces ofTable = new MadeUpRaces().with("HEAP workload=public.orders", 100, 1e6);

    assertThat(file(MadeUpRaces.ofFive().after(ENOUGH, UNKNOWN), "choice.sql"))
        .startsWith("-- your_table: put ")
        .contains("CREATE TABLE \"new_table\" (LIKE your_table)\n");
    assertThat(file(ofTable.after(1, UNKNOWN), "choice.sql"))
        .startsWith("-- HEAP\nCREATE TABLE \"new_table\" (LIKE public.orders)\n");
  }
}
