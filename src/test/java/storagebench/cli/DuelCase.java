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
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.JmhReader;
import storagebench.results.Metric;

/** Duels in a process of their own, on a database of their own, and what they keep. */
abstract class DuelCase {
  static final String SECRET = "not-for-others-eyes";
  static final String QUICK =
      " -wi 1 -i 3 -p batchSize=100 -p indexes=false -jvmArgsAppend -XX:TieredStopAtLevel=1";

  @TempDir Path folder;

  TestDatabase database;
  final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void createDatabase() throws SQLException {
    database = new TestDatabase(EmbeddedServer.newDatabase().url() + "&password=" + SECRET);
    environment.putAll(database.environment());
  }

  Ended duel(String words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("duel"));
    all.addAll(List.of(words.strip().split(" ")));
    return CommandLineRun.start(environment, folder, all.toArray(String[]::new)).end();
  }

  int compare() throws IOException, InterruptedException {
    return CommandLineRun.start(
            environment,
            folder,
            "compare",
            kept("baseline").toString(),
            kept("candidate").toString())
        .end()
        .exitCode();
  }

  Path kept(String name) throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("results"))) {
      return folders.findFirst().orElseThrow().resolve(name);
    }
  }

  String text(String name) throws IOException {
    return Files.readString(kept(name));
  }

  List<Cell> cells(String side) throws IOException {
    List<Cell> cells = new ArrayList<>();
    JmhReader.read(kept(side).resolve("jmh.json"), cells::add);
    return cells;
  }

  static double[] values(Fork fork, Metric metric) {
    return fork.secondary().get(metric.label()).toArray();
  }

  String everything(Ended run) throws IOException {
    StringBuilder all = new StringBuilder(run.out() + run.err());
    try (Stream<Path> files = Files.walk(kept(""))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
