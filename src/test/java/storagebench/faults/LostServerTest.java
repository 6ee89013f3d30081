package storagebench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CuttableLine;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.KillableServer;
import storagebench.fixture.TestDatabase;

/** The server, the line to it or one of its sessions is lost; the run goes on when it is back. */
@Timeout(120)
class LostServerTest {
  /** Says true once it has hit one. */
  static final String TERMINATE_A_BATCH =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND application_name = 'storage_bench trial'"
          + " AND state = 'active' AND query LIKE 'INSERT INTO storage_bench.\"trial%'";

  @TempDir private Path directory;

  @Test
  void aBackendTerminatedInABatchFailsItsCellAndTheRestIsMeasured()
      throws IOException, InterruptedException, SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    FaultyRun faulty = new FaultyRun(database.environment(), directory);
    CommandLineRun run = faulty.begin();
    try (Connection connection = database.connect()) {
      while (run.running() && TestDatabase.strings(connection, TERMINATE_A_BATCH).isEmpty()) {
        Thread.onSpinWait();
      }
    }
    FaultyRun.assertOneError(run.end(), "1 cells failed", "--resume");

    faulty.complete();
    faulty.assertCleans(database);
  }

  @Test
  void aCutLineEndsTheRunInOneLineThatSaysHowToGoOn()
      throws IOException, InterruptedException, SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    try (CuttableLine line = CuttableLine.to(EmbeddedServer.port())) {
      String url =
          database.url().replace(":" + EmbeddedServer.port() + "/", ":" + line.port() + "/");
      FaultyRun faulty = new FaultyRun(Map.of("CLOUDBERRY_URL", url), directory);
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
    try (KillableServer server = KillableServer.start(directory.resolve("server"))) {
      TestDatabase database = server.database();
      FaultyRun faulty = new FaultyRun(database.environment(), directory);
      CommandLineRun run = faulty.begin();
      assertThat(Moment.TABLE_IS_DROPPED.await(run, database)).isTrue();
      server.kill();
      FaultyRun.assertOneError(run.end(), "go on with: --resume");

      server.restart();
      faulty.complete();
      faulty.assertCleans(database);
    }
  }
}
