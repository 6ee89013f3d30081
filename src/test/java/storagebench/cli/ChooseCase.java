package storagebench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** Races on a server of their own, which has HEAP only and what a user's file makes of it. */
abstract class ChooseCase {
  static final String QUICK = " -wi 1 -i 3 -p batchSize=500 -jvmArgsAppend -XX:TieredStopAtLevel=1";

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  TestDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
    environment.putAll(database.environment());
  }

  Ended choose(String words) throws IOException, InterruptedException {
    return begin(words).end();
  }

  CommandLineRun begin(String words) throws IOException {
    List<String> all = new ArrayList<>(List.of("choose"));
    all.addAll(List.of(words.strip().split(" ")));
    return CommandLineRun.start(environment, folder, all.toArray(String[]::new));
  }

  /** Eight times as large, and much slower. */
  Path wide() throws IOException {
    return Files.writeString(
        folder.resolve("wide.sql"),
        "CREATE TABLE storage_bench.:\"table\" (LIKE storage_bench.:\"template\","
            + " more text NOT NULL DEFAULT repeat('x', 1500)) USING heap;\n");
  }

  Path kept() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("results"))) {
      return folders.findFirst().orElseThrow();
    }
  }
}
