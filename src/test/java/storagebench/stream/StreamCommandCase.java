package storagebench.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** Runs {@code stream} in a folder of its own, on a database of its own. */
@Timeout(180)
abstract class StreamCommandCase {
  @TempDir Path folder;
  TestDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
  }

  Ended run(String... arguments) throws IOException, InterruptedException {
    return CommandLineRun.start(
            database.environment(),
            folder,
            Stream.concat(Stream.of("stream"), Stream.of(arguments)).toArray(String[]::new))
        .end();
  }

  Path kept() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("results"))) {
      return runs.findFirst().orElseThrow();
    }
  }
}
