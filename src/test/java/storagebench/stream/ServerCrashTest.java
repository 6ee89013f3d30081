package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.KillableServer;

/** The server itself dies in the middle of a stream and comes back, on what it has on disk. */
@Tag("slow")
@Timeout(180)
class ServerCrashTest {
  private final Random random = new Random(20_250_102);

  @TempDir private Path folder;

  @Test
  void aStreamWaitsForAServerThatCrashedAndGoesOn()
      throws IOException, InterruptedException, SQLException {
    try (KillableServer server = KillableServer.start(folder.resolve("data"))) {
      StreamTrial trial = new StreamTrial(server.database(), folder);
      CommandLineRun run = trial.start();
      trial.awaitBatches(run, 1 + random.nextInt(15));
      server.kill();
      server.restart();
      Ended ended = run.end();

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("Session lost");
      trial.assertExact();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStreamWhoseClientDiedWithTheServerIsResumed(boolean crash)
      throws IOException, InterruptedException, SQLException {
    try (KillableServer server = KillableServer.start(folder.resolve("data"))) {
      StreamTrial trial = new StreamTrial(server.database(), folder);
      CommandLineRun run = trial.start();
      trial.awaitBatches(run, 1 + random.nextInt(15));
      run.kill();
      if (crash) {
        server.kill();
      } else {
        server.stop();
      }
      server.restart();
      trial.resumeToTheEnd();
      trial.assertExact();
    }
  }
}
