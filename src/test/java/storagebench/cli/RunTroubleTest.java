package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.results.Cell;
import storagebench.results.JmhReader;
import storagebench.server.Server;
import storagebench.storage.BenchSchema;

/** Runs that are refused, or meet what others left or do on the server. */
@Tag("slow")
@Timeout(120)
class RunTroubleTest {
  private static final String SECRET = "not-for-others-eyes";
  private static final String TRIALS =
      "SELECT tablename FROM pg_tables WHERE schemaname = 'storage_bench'"
          + " AND tablename LIKE 'trial%'";
  private static final String[] SMALL = {"batchSize=10", "indexes=false", "format=TEXT"};

  @TempDir private Path folder;

  private TestDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
  }

  @Test
  void aVariantTheServerCannotStoreIsRefusedBeforeAnythingRuns()
      throws IOException, InterruptedException, SQLException {
    Ended run = run("-p", "variant=HEAP,PAX");

    assertOneLine(run, "[PAX] cannot be stored here");
    assertThat(folder).isEmptyDirectory();
    assertThat(database.strings("SELECT 1 FROM pg_namespace WHERE nspname = 'storage_bench'"))
        .isEmpty();
  }

  @Test
  void aSecondRunIsRefusedWhileOneIsAtWork()
      throws IOException, InterruptedException, SQLException {
    try (Connection other = database.connect()) {
      new BenchSchema(other).lock();

      assertOneLine(run("copy"), "another run is using the schema");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void aResultsFolderThatCannotBeMadeIsTold() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("results"), "a file");

    assertOneLine(run("copy"), "cannot make a folder in results");
  }

  @Test
  void aServerOutOfReachIsToldWithoutTheSecret() throws IOException, InterruptedException {
    Ended run =
        CommandLineRun.start(
                Map.of("CLOUDBERRY_URL", "jdbc:postgresql://127.0.0.1:1/x?password=" + SECRET),
                folder,
                "copy")
            .end();

    assertOneLine(run, "cannot connect to the server at 127.0.0.1:1/x");
    assertThat(run.out() + run.err()).doesNotContain(SECRET);
  }

  @Test
  void tablesThatADeadRunLeftAreDroppedFirst()
      throws IOException, InterruptedException, SQLException {
    try (Connection other = database.connect()) {
      new BenchSchema(other).create(Server.read(other));
    }
    database.execute("CREATE TABLE storage_bench.trial_heap_0badcafe (a int)");

    assertThat(run(List.of("copy", "-f", "1", "-wi", "0", "-i", "1"), SMALL).exitCode()).isZero();
    assertThat(database.strings(TRIALS)).isEmpty();
  }

  @Test
  void aTableDroppedUnderATrialIsToldInOneLineAndWhatWasMeasuredBeforeIsKept()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run =
        start(
            List.of("multiRowInsert", "-f", "1", "-wi", "0", "-i", "50"),
            "batchSize=1000,1001",
            "indexes=false");
    String first = awaitTrialOtherThan("", run);
    String second = awaitTrialOtherThan(first, run);
    database.execute("DROP TABLE storage_bench." + second);
    Ended ended = run.end();

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines().filter(line -> line.startsWith("Error: "))).hasSize(1);
    assertThat(ended.err()).contains("1 cell failed").doesNotContain("\tat ");
    assertThat(ended.out()).doesNotContain("\tat ");
    List<Cell> cells = new ArrayList<>();
    JmhReader.read(results(), cells::add);
    assertThat(cells).hasSize(1);
    assertThat(cells.get(0).forks()).hasSize(1);
    assertThat(cells.get(0).forks().get(0).primary().size()).isEqualTo(50);
    assertThat(database.strings(TRIALS)).isEmpty();
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    return start(List.of(arguments)).end();
  }

  private Ended run(List<String> options, String... parameters)
      throws IOException, InterruptedException {
    return start(options, parameters).end();
  }

  private CommandLineRun start(List<String> options, String... parameters) throws IOException {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-jvmArgsAppend", "-XX:TieredStopAtLevel=1"));
    for (String parameter : parameters) {
      arguments.addAll(List.of("-p", parameter));
    }
    return CommandLineRun.start(database.environment(), folder, arguments.toArray(String[]::new));
  }

  private String awaitTrialOtherThan(String known, CommandLineRun run) throws SQLException {
    try (Connection connection = database.connect()) {
      while (run.running()) {
        for (String name : TestDatabase.strings(connection, TRIALS)) {
          if (!name.equals(known)) {
            return name;
          }
        }
      }
    }
    return fail("the run ended before its next table was there");
  }

  private static void assertOneLine(Ended run, String expected) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines().filter(line -> line.startsWith("Error: ")))
        .singleElement()
        .asString()
        .contains(expected);
    assertThat(run.err()).doesNotContain("\tat ").doesNotContain("Exception");
  }

  private Path results() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("jmh.json")).findFirst().orElseThrow();
    }
  }
}
