package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.TestDatabase;

/** The server itself dies in the middle of a stream and comes back, on what it has on disk. */
@Timeout(180)
class ServerCrashTest {
  private final Random random = new Random(20_250_102);

  @TempDir private Path folder;

  @Test
  void aStreamWaitsForAServerThatCrashedAndGoesOn()
      throws IOException, InterruptedException, SQLException {
    EmbeddedPostgres server = start(0);
    int port = server.getPort();
    StreamTrial trial = new StreamTrial(database(server), folder);
    CommandLineRun run = trial.start();
    trial.awaitBatches(run, 1 + random.nextInt(15));
    crash(server);
    EmbeddedPostgres again = start(port);
    try {
      Ended ended = run.end();

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("Session lost");
      trial.assertExact();
    } finally {
      again.close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStreamWhoseClientDiedWithTheServerIsResumed(boolean crash)
      throws IOException, InterruptedException, SQLException {
    EmbeddedPostgres server = start(0);
    int port = server.getPort();
    StreamTrial trial = new StreamTrial(database(server), folder);
    CommandLineRun run = trial.start();
    trial.awaitBatches(run, 1 + random.nextInt(15));
    run.kill();
    if (crash) {
      crash(server);
    } else {
      server.close();
    }
    EmbeddedPostgres again = start(port);
    try {
      trial.resumeToTheEnd();
      trial.assertExact();
    } finally {
      again.close();
    }
  }

  private EmbeddedPostgres start(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on");
    return port == 0 ? builder.start() : builder.setPort(port).start();
  }

  private static TestDatabase database(EmbeddedPostgres server) {
    return new TestDatabase(server.getJdbcUrl("postgres", "postgres"));
  }

  /** Kills the postmaster; its children follow when they see it. */
  private void crash(EmbeddedPostgres server) throws IOException {
    Path pid = folder.resolve("data").resolve("postmaster.pid");
    ProcessHandle postmaster =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0))).orElseThrow();
    ProcessHandle[] children = postmaster.children().toArray(ProcessHandle[]::new);
    postmaster.destroyForcibly();
    postmaster.onExit().join();
    for (ProcessHandle child : children) {
      child.onExit().join();
    }
    server.close();
  }
}
