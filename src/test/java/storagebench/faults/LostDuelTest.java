package storagebench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CuttableLine;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.KillableServer;
import storagebench.fixture.Pause;
import storagebench.fixture.TestDatabase;

/** What a duel loses beside its runner: forks, a backend, the line of one side, the server. */
@Tag("slow")
@Timeout(180)
class LostDuelTest {
  private static final int FORKS = 10;
  private static final long SEED = 20260105;

  @TempDir private Path directory;

  @Test
  void killedForksFailTheirCellsAndAreMeasuredAfterResumption()
      throws IOException, InterruptedException, SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    FaultyDuel faulty = new FaultyDuel(database.environment(), directory);
    Random points = new Random(SEED);
    CommandLineRun run = faulty.begin("HEAP", "HEAP");
    for (int killed = 0; killed < FORKS; ) {
      Moment moment = Moment.values()[points.nextInt(Moment.values().length)];
      if (moment.await(run, database)) {
        for (ProcessHandle fork : run.forks()) {
          fork.destroyForcibly();
          fork.onExit().join();
        }
        killed++;
      } else {
        FaultyRun.assertOneError(run.end(), "cells failed", "duel --resume");
        run = faulty.resume();
      }
    }
    run.end();

    faulty.complete();
    faulty.run().assertCleans(database);
  }

  @Test
  void aBackendTerminatedInABatchFailsItsCellAndTheRestIsMeasured()
      throws IOException, InterruptedException, SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    FaultyDuel faulty = new FaultyDuel(database.environment(), directory);
    CommandLineRun run = faulty.begin("HEAP", "HEAP");
    try (Connection connection = database.connect()) {
      while (run.running()
          && TestDatabase.strings(connection, LostServerTest.TERMINATE_A_BATCH).isEmpty()) {
        Pause.brief();
      }
    }
    FaultyRun.assertOneError(run.end(), "1 cell failed", "duel --resume");

    faulty.complete();
    faulty.run().assertCleans(database);
  }

  @Test
  void aCutLineOfOneSideEndsTheDuelWhichGoesOnWhenItIsMended()
      throws IOException, InterruptedException, SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    TestDatabase other = EmbeddedServer.newDatabase();
    try (CuttableLine line = CuttableLine.to(EmbeddedServer.port())) {
      String url = other.url().replace(":" + EmbeddedServer.port() + "/", ":" + line.port() + "/");
      FaultyDuel faulty =
          new FaultyDuel(Map.of("CLOUDBERRY_URL", database.url(), "OTHER_URL", url), directory);
      CommandLineRun run = faulty.begin("HEAP", "url=OTHER_URL");
      assertThat(Moment.ROWS_ARE_THERE.await(run, other)).isTrue();
      line.cut();
      FaultyRun.assertOneError(run.end(), "go on with: duel --resume");

      line.mend();
      faulty.complete();
      faulty.run().assertCleans(database);
    }
  }

  @Test
  void aBackendKilledInABatchTakesAllSessionsAlongAndTheDuelGoesOnWhenTheServerIsBack()
      throws IOException, InterruptedException, SQLException {
    try (KillableServer server = KillableServer.start(directory.resolve("server"))) {
      TestDatabase database = server.database();
      FaultyDuel faulty = new FaultyDuel(database.environment(), directory);
      CommandLineRun run = faulty.begin("HEAP", "HEAP");
      server.killBackend(HeldBatch.await(run, database));
      FaultyRun.assertOneError(run.end(), "go on with: duel --resume");

      database.awaitAnswer();
      faulty.complete();
      faulty.run().assertCleans(database);
    }
  }

  @Test
  void aServerKilledBetweenTrialsEndsTheDuelWhichGoesOnWhenItIsBack()
      throws IOException, InterruptedException, SQLException {
    try (KillableServer server = KillableServer.start(directory.resolve("server"))) {
      TestDatabase database = server.database();
      FaultyDuel faulty = new FaultyDuel(database.environment(), directory);
      CommandLineRun run = faulty.begin("HEAP", "HEAP");
      assertThat(Moment.TABLE_IS_DROPPED.await(run, database)).isTrue();
      server.kill();
      FaultyRun.assertOneError(run.end(), "go on with: duel --resume");

      server.restart();
      faulty.complete();
      faulty.run().assertCleans(database);
    }
  }
}
