package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.fixture.CommandLineRun.Ended;

/** Races, and what comes of them. */
@Tag("slow")
@Timeout(240)
class ChooseTest extends ChooseCase {
  @Test
  void oneThatIsLargerAndSlowerLeavesAndTheOtherIsRecommended()
      throws IOException, InterruptedException {
    Ended race = choose("-p variant=HEAP," + wide() + QUICK);

    assertThat(race.exitCode()).as(race.err()).isZero();
    assertThat(race.out())
        .contains("HEAP: ", " B a row and ", " rows/s", "PICKS", "CANDIDATES")
        .containsPattern("wide.sql .*left after round \\d+")
        .contains("CREATE TABLE \"new_table\" (LIKE your_table)\nUSING heap;")
        .doesNotContain("Undecided");
    assertThat(kept().resolve("choice.txt")).content().contains("PICKS");
    assertThat(kept().resolve("choice.html")).content().contains("Candidates");
    assertThat(kept().resolve("choice.sql")).content().startsWith("-- your_table: put ");
    assertThat(kept().resolve("csv/candidates.csv")).exists();
    assertThat(kept().resolve("report.html")).exists();
    assertThat(choose("--resume " + kept()).out())
        .containsPattern("2 cells, (\\d+) trials .*, \\1 of them kept already")
        .doesNotContain("Time:");
  }

  @Test
  void theDefinitionOfAPickMakesATableLikeTheUsers()
      throws IOException, InterruptedException, SQLException {
    database.execute("CREATE TABLE public.\"Orders\" (id int NOT NULL, note text)");
    database.execute(
        "INSERT INTO public.\"Orders\" SELECT i, 'n' || i FROM generate_series(1, 900) i");

    Path quoted =
        Files.writeString(
            folder.resolve("quoted.sql"),
            "CREATE TABLE storage_bench.:\"table\" (LIKE storage_bench.:\"template\") USING heap;\n");

    Ended race = choose("-p workload=public.\"Orders\" -p variant=" + quoted + QUICK);
    assertThat(race.exitCode()).as(race.err()).isZero();
    database.execute(Files.readString(kept().resolve("choice.sql")));

    assertThat(
            database.strings(
                "SELECT attname FROM pg_attribute WHERE attnum > 0"
                    + " AND attrelid = 'public.new_table'::regclass ORDER BY attnum"))
        .containsExactly("id", "note");
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
    assertThat(whole.out()).contains("1 of them kept already in", "left after round");
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

    Ended again = choose("--resume " + kept() + " --budget 1s --rows-per-day 40k");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("1 trial not measured", "HEAP: ", "GB a day");
    assertThat(again.err()).contains("1 candidate failed and left the race").contains("broken.sql");
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
        "--query-timeout 597h --queries none.sql | --query-timeout is 597h; expected 1s to 596h",
        "--query-timeout 5m | --query-timeout is for --queries; give both or none",
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
