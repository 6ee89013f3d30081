package storagebench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** What can be wrong with a folder that a duel is to go on in, and what it goes by. */
@Tag("slow")
@Timeout(120)
class DuelFolderTest {
  private static final String TABLE =
      "CREATE TABLE storage_bench.:\"table\" (LIKE storage_bench.call_detail_record)"
          + " USING heap WITH (fillfactor = 90);";

  @TempDir private Path directory;

  private TestDatabase database;
  private FaultyDuel faulty;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
    faulty = new FaultyDuel(database.environment(), directory);
  }

  @Test
  void aDamagedTrialIsNamedSetAsideAndMeasuredAgain() throws IOException, InterruptedException {
    faulty.killAfterTheFirstTrial("HEAP", "HEAP");
    Path trial = faulty.folder().resolve("trials/0001.json");
    byte[] bytes = Files.readAllBytes(trial);
    bytes[bytes.length / 2] ^= 1;
    Files.write(trial, bytes);

    Ended ended = faulty.complete();

    assertThat(ended.err()).contains("0001.json.damaged: was damaged, set aside");
    assertThat(faulty.folder().resolve("trials/0001.json.damaged")).hasBinaryContent(bytes);
  }

  @Test
  void aDiskThatIsFullBeforeTheResultsOfOneSideEndsTheDuelWhichGoesOn()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = faulty.begin("HEAP", "HEAP");
    faulty.run().awaitFirstTrial(run);
    faulty.run().fillDiskBefore("candidate/jmh.json");
    FaultyRun.assertOneError(
        run.end(), "candidate/jmh.json: java.io.IOException: No space", "duel --resume");

    faulty.complete();
    faulty.run().assertCleans(database);
  }

  @Test
  void theTableIsTheOneThatTheDuelBeganWith() throws IOException, InterruptedException {
    Path file = directory.resolve("own.sql");
    Files.writeString(file, TABLE);
    faulty.killAfterTheFirstTrial("HEAP", "ddl=own.sql");
    Files.writeString(file, "nobody could execute this");

    Ended ended = faulty.complete();

    assertThat(ended.out()).contains("trials kept already: ", "made to differ: ddl.HEAP");
  }

  @Test
  void whatContradictsTheDuelOrWasMeasuredElsewhereIsRefused()
      throws IOException, InterruptedException, SQLException {
    Files.writeString(directory.resolve("own.sql"), TABLE);
    faulty.killAfterTheFirstTrial("HEAP", "ddl=own.sql");
    Map<Path, String> kept = faulty.trials();

    assertRefused("leave out HEAP AO", "HEAP", "AO");
    assertRefused("leave out --until-decided", "--until-decided");
    assertRefused("--seed 1 contradict each other", "--seed", "1");
    database.execute(
        "DO 'BEGIN EXECUTE format(''ALTER DATABASE %I SET work_mem = 70707'', current_database());"
            + " END'");
    assertRefused("server.settings.work_mem was '4MB' and is '70707kB'");
    database.execute(
        "DO 'BEGIN EXECUTE format(''ALTER DATABASE %I RESET work_mem'', current_database()); END'");
    Files.writeString(faulty.folder().resolve("candidate/table.sql"), TABLE.replace("90", "80"));
    assertRefused("candidate was measured on something else: ddl.HEAP was");

    assertThat(faulty.trials()).isEqualTo(kept);
  }

  @Test
  void aRunIsNoDuelAndADuelIsNoRun() throws IOException, InterruptedException {
    faulty.killAfterTheFirstTrial("HEAP", "HEAP");
    String folder = faulty.folder().toString();
    FaultyRun.assertOneError(
        faulty.start(List.of("--resume", folder)).end(),
        folder + " holds a duel; go on with: duel --resume " + folder);

    Path plan = faulty.folder().resolve("plan.json");
    Files.writeString(plan, Files.readString(plan).replace("\"command\" : \"duel\",", ""));
    assertRefused(folder + " holds a run; go on with: --resume " + folder);
    assertRefusedFolder("none: no such folder", "none");
  }

  private void assertRefused(String why, String... more) throws IOException, InterruptedException {
    FaultyRun.assertOneError(faulty.resume(more).end(), why);
  }

  private void assertRefusedFolder(String why, String folder)
      throws IOException, InterruptedException {
    FaultyRun.assertOneError(faulty.start(List.of("duel", "--resume", folder)).end(), why);
  }
}
