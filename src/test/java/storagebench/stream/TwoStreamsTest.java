package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** A stream at work keeps its schema and its folder to itself. */
@Tag("slow")
@Timeout(180)
class TwoStreamsTest {
  @TempDir private Path folder;

  @Test
  void neitherAnotherStreamNorAResumeDisturbsAStreamAtWork()
      throws IOException, InterruptedException, SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    StreamTrial trial = new StreamTrial(database, folder);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    CommandLineRun atWork = trial.start();
    trial.awaitBatches(atWork, 3);
    List<Ended> refused;
    try (Connection brake = trial.brake()) {
      refused = List.of(trial.resume().end(), new StreamTrial(database, elsewhere).start().end());
      brake.rollback();
    }
    Ended ended = atWork.end();

    for (Ended other : refused) {
      assertThat(other.exitCode()).as(other.out()).isEqualTo(2);
      assertThat(other.err()).contains("another run is using the schema");
    }
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).doesNotContain("Session lost");
    trial.assertExact();
  }
}
