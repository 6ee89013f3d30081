package storagebench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.results.TrialLog;

/** kill -9 of a duel at points drawn with a fixed seed, and Ctrl-C. */
@Tag("slow")
@Timeout(240)
class DuelKillTest {
  private static final int POINTS = 10;
  private static final int POINTS_APART = 3;
  private static final long SEED = 20260105;
  private static final String TRIALS =
      "SELECT tablename FROM pg_tables WHERE schemaname = 'storage_bench'"
          + " AND tablename LIKE 'trial%'";

  @TempDir private Path directory;

  private TestDatabase database;
  private FaultyDuel faulty;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
    faulty = new FaultyDuel(database.environment(), directory);
  }

  @Test
  void aKilledDuelLosesTheTrialUnderWayAndEndsAsAnUndisturbedOne()
      throws IOException, InterruptedException, SQLException {
    killAndResume(POINTS);
    List<String> facts = faulty.facts();

    FaultyDuel undisturbed =
        new FaultyDuel(
            database.environment(), Files.createDirectory(directory.resolve("undisturbed")));
    undisturbed.begin("HEAP", "set:synchronous_commit=on").end();
    assertThat(facts).isEqualTo(undisturbed.facts());
  }

  @Test
  void aKilledDuelWhoseSidesAreApartEndsAsAnUndisturbedOne()
      throws IOException, InterruptedException, SQLException {
    faulty = faulty.sidesApart();

    killAndResume(POINTS_APART);
  }

  private void killAndResume(int times) throws IOException, InterruptedException, SQLException {
    Random points = new Random(SEED);
    Map<Path, String> kept = new HashMap<>();
    CommandLineRun run = faulty.begin("HEAP", "set:synchronous_commit=on");
    for (int point = 0; point < times; point++) {
      Moment moment = Moment.values()[points.nextInt(Moment.values().length)];
      assertThat(moment.await(run, database)).as(moment.toString()).isTrue();
      run.kill();
      run.end();
      assertThat(faulty.trials()).containsAllEntriesOf(kept);
      kept = faulty.trials();
      run = faulty.resume();
    }
    Ended ended = run.end();

    assertThat(ended.err()).doesNotContain("\tat ");
    faulty.assertComplete(ended);
    assertThat(faulty.trials()).containsAllEntriesOf(kept);
    assertThat(database.strings(TRIALS)).isEmpty();
  }

  @Test
  void aKilledDuelIsComparedWithEveryFinishedTrial() throws IOException, InterruptedException {
    faulty.killAfterTheFirstTrial("HEAP", "set:synchronous_commit=on");
    Path folder = faulty.folder();
    Ended compared =
        faulty
            .start(
                List.of(
                    "compare",
                    folder.resolve("baseline").toString(),
                    folder.resolve("candidate").toString()))
            .end();

    // A newer JDK warns of JMH, whose classes put the trials together.
    assertThat(compared.err().lines().filter(l -> !l.matches("WARNING: (.*Unsafe|Please).*")))
        .isEmpty();
    assertThat(TrialLog.beside(folder.resolve("candidate/jmh.json")).orElseThrow().trials())
        .hasSize(faulty.trials().size());
    faulty.complete();
  }

  @Test
  void ctrlCEndsTheForkTooAndSaysHowToGoOn()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = faulty.begin("HEAP", "HEAP");
    assertThat(Moment.ROWS_ARE_THERE.await(run, database)).isTrue();
    var forks = run.forks();
    run.interrupt();
    Ended ended = run.end();
    forks.forEach(fork -> fork.onExit().join());

    assertThat(ended.exitCode()).isEqualTo(130);
    assertThat(ended.err()).contains("go on with: duel --resume results/").doesNotContain("\tat ");
    faulty.complete();
    assertThat(database.strings(TRIALS)).isEmpty();
  }
}
