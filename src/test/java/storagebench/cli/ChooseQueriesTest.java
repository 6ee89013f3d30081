package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.Pause;
import storagebench.run.folder.RunLock;

/** The user's queries of the tables on the front of a race. */
@Tag("slow")
@Timeout(240)
class ChooseQueriesTest extends ChooseCase {
  private static final String ASLEEP =
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
          + " AND wait_event = 'PgSleep'";

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
    Ended again = choose("--resume " + kept() + " --query-timeout 2s");

    assertThat(race.out())
        .contains("Asking 3 queries of 1 table, 7 times each", "READING")
        .contains("Query 1: SELECT count(*) FROM :table")
        .containsPattern("(?m)^1 +HEAP +[0-9.,]+ .* 1$")
        .containsPattern("(?m)^3 +HEAP +after 1 s$");
    assertThat(kept().resolve("csv/reading.csv")).content().contains("\n1,HEAP,", "\n2,HEAP,");
    assertThat(kept().resolve("plans/query1-HEAP.txt")).content().contains("rows=2000");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("READING").containsPattern("(?m)^3 +HEAP +after 2 s$");
    assertThat(database.strings("SELECT tablename FROM pg_tables WHERE tablename ~ '^trial_'"))
        .isEmpty();
  }

  @Test
  void whileQueriesAreAskedTheFolderIsTheRacesAndTheLogKnowsOfAnInterruption()
      throws IOException, InterruptedException, SQLException {
    Path file = queries("SELECT pg_sleep(5), count(*) FROM :table");
    CommandLineRun race = begin("-p variant=HEAP" + QUICK + " --queries " + file);
    while (race.running() && database.strings(ASLEEP).isEmpty()) {
      Pause.brief();
    }

    assertThatThrownBy(() -> RunLock.ofFolder(kept(), "plan.json"))
        .hasMessageContaining("another run is at work");
    race.interrupt();
    assertThat(race.end().exitCode()).isEqualTo(130);
    assertThat(kept().resolve("log.txt")).content().contains("Interrupted. Every finished trial");
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
    assertThat(kept().resolve("log.txt")).content().containsPattern("Z Error: .*read-only");
    assertThat(mended.exitCode()).as(mended.err()).isZero();
    assertThat(mended.out()).contains("READING");
  }
}
