package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** Races on a real server, which has HEAP only and what a user's file makes of it. */
@Tag("slow")
@Timeout(240)
class ChooseTest {
  private static final String QUICK =
      " -wi 1 -i 3 -p batchSize=500 -jvmArgsAppend -XX:TieredStopAtLevel=1";

  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private TestDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
    environment.putAll(database.environment());
  }

  private Ended choose(String words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("choose"));
    all.addAll(List.of(words.strip().split(" ")));
    return CommandLineRun.start(environment, folder, all.toArray(String[]::new)).end();
  }

  /** Eight times as large, and much slower. */
  private Path wide() throws IOException {
    return Files.writeString(
        folder.resolve("wide.sql"),
        "CREATE TABLE storage_bench.:\"table\" (LIKE storage_bench.:\"template\","
            + " more text NOT NULL DEFAULT repeat('x', 1500)) USING heap;\n");
  }

  private Path kept() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("results"))) {
      return folders.findFirst().orElseThrow();
    }
  }

  @Test
  void oneThatIsLargerAndSlowerLeavesAndTheOtherIsRecommended()
      throws IOException, InterruptedException {
    Ended race = choose("-p variant=HEAP," + wide() + QUICK);

    assertThat(race.exitCode()).as(race.err()).isZero();
    assertThat(race.out())
        .contains("HEAP: ", " B a row and ", " rows/s", "PICKS", "CANDIDATES")
        .containsPattern("wide.sql .*left after round \\d+")
        .contains("CREATE TABLE \"new_table\" (LIKE call_detail_record)\nUSING heap;")
        .doesNotContain("Undecided");
    assertThat(kept().resolve("choice.txt")).content().contains("PICKS");
    assertThat(kept().resolve("choice.html")).content().contains("Candidates");
    assertThat(kept().resolve("choice.sql")).content().startsWith("-- HEAP\nCREATE TABLE");
    assertThat(kept().resolve("csv/candidates.csv")).exists();
    assertThat(kept().resolve("report.html")).exists();
    assertThat(choose("--resume " + kept()).out())
        .containsPattern("2 cells, (\\d+) trials .*, \\1 of them kept already")
        .doesNotContain("Time:");
  }

  @Test
  void oneThatTheBudgetCutShortSaysSoAndGoesOnWhereItWas()
      throws IOException, InterruptedException {
    Ended cut = choose("-p variant=HEAP," + wide() + QUICK + " --margin 7% --budget 1s --seed 7");

    assertThat(cut.exitCode()).isEqualTo(2);
    assertThat(cut.err())
        .containsPattern(
            "a budget of 1 s is too small: 1 round takes about .*; give --budget \\d+[sm]")
        .contains("choose --resume ");

    Ended whole = choose("--resume " + kept() + " --budget 10m");

    assertThat(whole.exitCode()).as(whole.err()).isZero();
    assertThat(whole.out()).contains("left after round");
  }

  @Test
  void aSingleCandidateIsTakenAsItIs() throws IOException, InterruptedException {
    Ended race = choose("-p variant=HEAP" + QUICK);

    assertThat(race.exitCode()).as(race.err()).isZero();
    assertThat(race.out())
        .contains("[1/1]", "HEAP: ", "There is nothing to choose between")
        .doesNotContain("[2/");
  }

  @Test
  void aBudgetThatEarlierRunsShowToBeTooSmallIsToldBeforeAnythingIsMeasured()
      throws IOException, InterruptedException {
    String candidates = "-p variant=HEAP," + wide();
    choose(candidates + QUICK);

    // Two JVMs take more than a second to start.
    Ended refused = choose(candidates + " --budget 1s" + QUICK);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("a budget of 1 s is too small", "give --budget ");
    assertThat(refused.out()).doesNotContain("[1/2]");
  }

  @Test
  void rowsADayAreKeptAndMayBeGivenAnew() throws IOException, InterruptedException {
    Ended race = choose("-p variant=HEAP --rows-per-day 100M" + QUICK);
    Ended again = choose("--resume " + kept());
    Ended other = choose("--resume " + kept() + " --rows-per-day 40k");

    assertThat(race.out()).contains("min a day", "GB a day");
    assertThat(tail(again)).isEqualTo(tail(race));
    assertThat(other.exitCode()).as(other.err()).isZero();
    assertThat(tail(other)).contains("GB a day").isNotEqualTo(tail(race));
  }

  private static String tail(Ended race) {
    String out = race.out();
    return out.substring(out.indexOf("PICKS"), out.indexOf("All of it"));
  }

  private Path queries(String sql) throws IOException {
    return Files.writeString(folder.resolve("queries.sql"), sql);
  }

  @Test
  void queriesAreAskedOfTheTablesOnTheFrontAndNoTableIsLeft()
      throws IOException, InterruptedException, SQLException {
    Path file =
        queries(
            "SELECT count(*) FROM :table;\n"
                + "-- another\nSELECT caller_number FROM :\"table\" WHERE call_id = '7';\n"
                + "SELECT pg_sleep(5), count(*) FROM :table;\n");
    Ended race = choose("-p variant=HEAP" + QUICK + " --query-timeout 1s --queries " + file);
    assertThat(race.exitCode()).as(race.err()).isZero();
    Files.delete(file);
    Ended again = choose("--resume " + kept());

    assertThat(race.out())
        .contains("Asking 3 queries of 1 table, 7 times each", "READING")
        .contains("Query 1: SELECT count(*) FROM :table")
        .containsPattern("(?m)^1 +HEAP +[0-9.,]+ .* 1$")
        .containsPattern("(?m)^3 +HEAP +after 1 s$");
    assertThat(kept().resolve("csv/reading.csv")).content().contains("\n1,HEAP,", "\n2,HEAP,");
    assertThat(kept().resolve("plans/query1-HEAP.txt")).content().contains("rows=2000");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("READING");
    assertThat(database.strings("SELECT tablename FROM pg_tables WHERE tablename ~ '^trial_'"))
        .isEmpty();
  }

  @Test
  void queriesThatTheServerDoesNotTakeAreToldBeforeAnythingIsMeasured()
      throws IOException, InterruptedException {
    Ended unknown =
        choose("-p variant=HEAP" + QUICK + " --queries " + queries("SELECT nothing FROM :table"));
    Ended change =
        choose("-p variant=HEAP" + QUICK + " --queries " + queries("DELETE FROM :table"));

    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("query 1 (SELECT nothing FROM :table)", "column \"nothing\" does not exist")
        .doesNotContain("\tat ");
    assertThat(change.exitCode()).isEqualTo(2);
    assertThat(change.err()).contains("gives no rows; expected SELECT");
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void aQueryThatFailsOrChangesRowsLeavesTheAnswerAsItIs()
      throws IOException, InterruptedException {
    Path file = queries("DELETE FROM :table RETURNING call_id");
    Ended race = choose("-p variant=HEAP" + QUICK + " --queries " + file);
    queries("SELECT count(*) FROM :table");
    Ended mended = choose("--resume " + kept() + " --queries " + file);

    assertThat(race.exitCode()).isEqualTo(2);
    assertThat(race.out()).contains("PICKS").doesNotContain("READING");
    assertThat(race.err())
        .contains("the queries could not be asked", "read-only transaction", "choose --resume ");
    assertThat(kept().resolve("choice.html")).exists();
    assertThat(mended.exitCode()).as(mended.err()).isZero();
    assertThat(mended.out()).contains("READING");
  }

  @Test
  void aNumberOfRowsThatIsNoneIsToldInOneLine() throws IOException, InterruptedException {
    Ended wrong = choose("--rows-per-day many");

    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("'many' is no number of rows").doesNotContain("\tat ");
  }

  @Test
  void aServerThatStoresNoneOfTheCandidatesIsToldInOneLine()
      throws IOException, InterruptedException {
    Ended wrong = choose("-p variant=AO,AOCO" + QUICK);

    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("[AO, AOCO] cannot be stored here").doesNotContain("\tat ");
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void aRaceIsNotResumedWithOtherCandidates() throws IOException, InterruptedException {
    choose("-p variant=HEAP" + QUICK);
    Path plan = kept().resolve("plan.json");
    Files.writeString(plan, Files.readString(plan).replace("\"500\"", "\"600\""));

    Ended refused = choose("--resume " + kept());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("holds a run of other cells").doesNotContain("\tat ");
  }

  @Test
  void oneThatFailsLeavesAndTheRaceGoesOn() throws IOException, InterruptedException {
    Path broken =
        Files.writeString(
            folder.resolve("broken.sql"),
            "CREATE TABLE storage_bench.:\"table\" (LIKE storage_bench.:\"template\","
                + " CHECK (duration_seconds < 0)) USING heap;\n");

    Ended race = choose("-p variant=HEAP," + broken + QUICK);

    assertThat(race.exitCode()).as(race.err()).isZero();
    assertThat(race.out()).contains("HEAP: ", "PICKS");
    assertThat(race.err()).contains("1 candidate failed and left the race").contains("broken.sql");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--until 5% | --until, --order, -rf and -rff are for runs",
        "--order fixed | --until, --order, -rf and -rff are for runs",
        "-f 0 | -f 0: a race needs a JVM of its own",
        "-bm avgt | -bm: in a race an iteration is one batch",
        "--margin none | --margin none",
        "-p variant=ROW | variant is 'ROW'",
        "EncodingBenchmark | stores nothing",
      })
  void wrongUseIsToldInOneLine(String words, String expected)
      throws IOException, InterruptedException {
    Ended wrong = choose(words);

    assertThat(wrong.exitCode()).as(wrong.err()).isEqualTo(2);
    assertThat(wrong.err()).contains("Error: ", expected).doesNotContain("\tat ");
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void aRaceIsResumedAsItWasBegun() throws IOException, InterruptedException {
    Ended wrong = choose("--resume nowhere -p variant=HEAP");

    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("leave out -p variant=HEAP");
  }
}
