package storagebench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.CuttableLine;
import storagebench.fixture.KillableServer;
import storagebench.fixture.OwnServer;
import storagebench.fixture.Pause;
import storagebench.fixture.TestDatabase;

/** What a run loses beside its runner: forks, a backend, the line to the server, the server. */
@Tag("slow")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostServerTest {
  /** Says true once it has hit one. */
  static final String TERMINATE_A_BATCH =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND application_name = 'storage_bench trial'"
          + " AND state = 'active' AND query LIKE 'INSERT INTO storage_bench.\"trial%'";

  private static final int FORKS = 10;
  private static final long SEED = 20260105;

  @TempDir private Path directory;

  private OwnServer server;
  private TestDatabase database;
  private FaultyRun faulty;

  OwnServer start(Path data) throws IOException {
    return KillableServer.start(data);
  }

  @BeforeAll
  @Timeout(60)
  void startServer(@TempDir Path data) throws IOException {
    server = start(data.resolve("server"));
    database = server.database();
  }

  @BeforeEach
  void prepareRun() {
    faulty = new FaultyRun(database.environment(), directory);
  }

  @AfterAll
  void stopServer() throws IOException {
    server.close();
  }

  @Test
  void tenKilledForksFailTheirCellsAndAreMeasuredAfterResumption()
      throws IOException, InterruptedException, SQLException {
    Random points = new Random(SEED);
    CommandLineRun run = faulty.begin();
    for (int killed = 0; killed < FORKS; ) {
      Moment moment = Moment.values()[points.nextInt(Moment.values().length)];
      if (moment.await(run, database)) {
        for (ProcessHandle fork : run.forks()) {
          fork.destroyForcibly();
          fork.onExit().join();
        }
        killed++;
      } else {
        FaultyRun.assertOneError(run.end(), "cells failed", "--resume");
        run = faulty.resume();
      }
    }
    run.end();

    faulty.complete();
    faulty.assertCleans(database);
  }

  @Test
  void aBackendTerminatedInABatchFailsItsCellAndTheRestIsMeasured()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = faulty.begin();
    try (Connection connection = database.connect()) {
      while (run.running() && TestDatabase.strings(connection, TERMINATE_A_BATCH).isEmpty()) {
        Pause.brief();
      }
    }
    FaultyRun.assertOneError(run.end(), "1 cell failed", "--resume");

    faulty.complete();
    faulty.assertCleans(database);
  }

  @Test
  void aBackendKilledInABatchTakesAllSessionsAlongAndTheRunGoesOnWhenTheServerIsBack()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = faulty.begin();
    server.killBackend(HeldBatch.await(run, database));
    FaultyRun.assertOneError(run.end(), "go on with: --resume");

    database.awaitAnswer();
    faulty.complete();
    faulty.assertCleans(database);
  }

  @Test
  void aCutLineEndsTheRunInOneLineThatSaysHowToGoOn()
      throws IOException, InterruptedException, SQLException {
    try (CuttableLine line = CuttableLine.to(server.port())) {
      String url = database.url().replace(":" + server.port() + "/", ":" + line.port() + "/");
      faulty = new FaultyRun(Map.of("CLOUDBERRY_URL", url), directory);
      CommandLineRun run = faulty.begin();
      assertThat(Moment.ROWS_ARE_THERE.await(run, database)).isTrue();
      line.cut();
      FaultyRun.assertOneError(run.end(), "go on with: --resume");

      line.mend();
      faulty.complete();
      faulty.assertCleans(database);
    }
  }

  @Test
  void aServerKilledBetweenTrialsEndsTheRunWhichGoesOnWhenItIsBack()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = faulty.begin();
    assertThat(Moment.TABLE_IS_DROPPED.await(run, database)).isTrue();
    server.kill();
    Ended ended = run.end();
    server.restart();
    FaultyRun.assertOneError(ended, "go on with: --resume");

    faulty.complete();
    faulty.assertCleans(database);
  }
}
