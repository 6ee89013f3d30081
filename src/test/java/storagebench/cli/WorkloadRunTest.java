package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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
import storagebench.fixture.TwentyTypes;

/** Runs, duels and streams with rows of the user's, as a user types them. */
@Tag("slow")
@Timeout(180)
class WorkloadRunTest {
  private static final String MADE =
      "SELECT relname FROM pg_class WHERE relnamespace = 'storage_bench'::regnamespace"
          + " AND relkind = 'r' AND relname ~ '^(trial|workload|staged)_' AND relname <>"
          + " 'staged_batch'";

  private static final String MY_ROWS =
      """
      CREATE TABLE storage_bench.:"template" (n bigint, t text) USING heap;
      INSERT INTO storage_bench.:"table"
      SELECT n, 'a;b -- $$' || n FROM generate_series(:first::bigint, :last) AS n;
      """;

  @TempDir private Path folder;

  private TestDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
  }

  @Test
  void aFileOfTheUsersIsKeptWithItsRunAndReadFromThere() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("my.sql"), MY_ROWS);
    Ended run = run(2, "my.sql");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Files.delete(file);
    Files.delete(trials().get(0));

    Ended resumed = start("--resume", kept().toString());

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(trials()).hasSize(2);
    assertThat(kept().resolve("sql/my.sql")).hasContent(MY_ROWS);
    assertThat(kept().resolve("fingerprint.json")).content().contains("\"my.sql\"", "\"sha256\"");
  }

  @Test
  void aFileOfTheUsersServesADuelAndAStreamToo() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("my.sql"), MY_ROWS);
    Ended duel =
        start(
            "duel HEAP set:synchronous_commit=off insertSelect -p workload=my.sql -p batchSize=50"
                + " -f 2 -wi 1 -i 3 -p indexes=false");
    assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
    assertThat(kept().resolve("sql/my.sql")).exists();

    Ended stream =
        start("stream --workload my.sql --batches 3 --scale 0.001 --results streams --queries");

    assertThat(stream.exitCode()).as(stream.err()).isZero();
    assertThat(stream.err()).containsOnlyOnce("Left out: --queries");
    assertThat(stream.out()).contains("THROUGHPUT");
  }

  @Test
  void aTableOfTheUsersIsStreamedAndItsRepeatedRowsAreSaid()
      throws IOException, InterruptedException, SQLException {
    database.execute(TwentyTypes.statements());
    Ended stream =
        start("stream --batches 3 --scale 0.01 --method copy --keep --workload", TwentyTypes.NAME);
    assertThat(stream.exitCode()).as(stream.err()).isZero();
    assertThat(stream.err() + stream.out())
        .containsPattern("has 150 rows and a trial stored [0-9,]+: after the last row");

    database.execute("UPDATE " + TwentyTypes.NAME + " SET t = 'x' WHERE id = 7");
    Ended resumed = start("stream --resume", kept().toString());

    assertThat(resumed.exitCode()).isEqualTo(2);
    assertThat(resumed.err()).contains("was measured on something else: workload.public.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "public.nosuch! no such table",
        "nosuch.sql! cannot be read",
        "public.empty! has no rows",
        "public.\"un\"closed! name"
      })
  void whatIsNoWorkloadIsRefusedInOneLine(String workload, String why)
      throws IOException, InterruptedException, SQLException {
    database.execute("CREATE TABLE public.empty (a integer)");

    Ended run = run(1, workload);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err().lines().filter(line -> line.startsWith("Error: ")))
        .singleElement()
        .asString()
        .contains(why);
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void aTableThatChangesWhileItIsMeasuredEndsTheRun()
      throws IOException, InterruptedException, SQLException {
    database.execute(TwentyTypes.statements());
    // A trigger of the server's own: whoever makes a table under test changes the rows.
    database.execute(
        "CREATE FUNCTION public.change() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN"
            + " IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands()"
            + " WHERE object_identity ~ 'trial_') THEN UPDATE "
            + TwentyTypes.NAME
            + " SET t = t || 'x'; END IF; END$$",
        "CREATE EVENT TRIGGER change ON ddl_command_end WHEN TAG IN ('CREATE TABLE')"
            + " EXECUTE FUNCTION public.change()");

    Ended run = run(1, TwentyTypes.NAME);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("changed during the run: it had 150 rows", "0 trials kept");
    assertThat(trials()).isEmpty();
    assertThat(database.strings(MADE)).noneMatch(name -> name.startsWith("trial_"));
  }

  private Ended run(int rounds, String workload) throws IOException, InterruptedException {
    return start(
        "insertSelect -wi 1 -i 1 -p batchSize=60 -p indexes=false -p variant=HEAP -f " + rounds,
        "-p",
        "workload=" + workload);
  }

  /** Words without spaces, then some that may have them. */
  private Ended start(String words, String... more) throws IOException, InterruptedException {
    String[] all =
        Stream.concat(Stream.of(words.split(" ")), Stream.of(more)).toArray(String[]::new);
    return CommandLineRun.start(database.environment(), folder, all).end();
  }

  private Path kept() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("results"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private List<Path> trials() throws IOException {
    Path all = kept().resolve("trials");
    if (!Files.exists(all)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(all)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }
}
