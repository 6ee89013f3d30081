package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.Pause;
import storagebench.fixture.TableChecksum;
import storagebench.fixture.TestDatabase;
import storagebench.storage.Variant;
import storagebench.stream.BatchRow.Place;
import storagebench.workload.DayOfTraffic;
import storagebench.workload.Digest;

/** A small stream of a process of its own, to be disturbed; its tables are kept. */
final class StreamTrial {
  private static final String COUNT = "SELECT count(*) FROM storage_bench.stream_batch";
  private static final String JOURNAL =
      "SELECT to_regclass('storage_bench.stream_batch') IS NOT NULL";

  /** Its own address: where the program finds the server, perhaps by a detour. */
  private final Map<String, String> environment;

  private final TestDatabase database;
  private final Path folder;
  private final List<String> size;

  StreamTrial(TestDatabase database, Path folder) {
    this(database, database.environment(), folder);
  }

  StreamTrial(TestDatabase database, Map<String, String> environment, Path folder) {
    this.database = database;
    this.environment = environment;
    this.folder = folder;
    this.size = List.of("--batches", "24", "--scale", "0.02", "--phase", "1", "--keep");
  }

  /** Begins it. */
  CommandLineRun start(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(size);
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  /** Goes on with it. */
  CommandLineRun resume(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--resume", kept().toString()));
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  /** Goes on with it to its end, which has to be a good one. */
  Ended resumeToTheEnd() throws IOException, InterruptedException {
    Ended ended = resume().end();
    assertThat(ended.exitCode()).as(ended.err() + ended.out()).isZero();
    return ended;
  }

  /** Waits until so many batches are committed. */
  void awaitBatches(CommandLineRun run, long batches) throws SQLException {
    try (Connection connection = database.connect()) {
      while (run.running()) {
        if (TestDatabase.strings(connection, JOURNAL).contains("t")
            && Long.parseLong(TestDatabase.strings(connection, COUNT).get(0)) >= batches) {
          return;
        }
        Pause.brief();
      }
    }
    fail("the stream ended before it had %d batches: %s", batches, end(run).err());
  }

  /** Keeps the stream from its next batch for as long as the connection is open. */
  Connection brake() throws SQLException {
    Connection brake = database.connect();
    brake.setAutoCommit(false);
    try (Statement statement = brake.createStatement()) {
      statement.execute("LOCK TABLE storage_bench.stream_batch IN SHARE MODE");
    }
    return brake;
  }

  private static Ended end(CommandLineRun run) {
    try {
      return run.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The stream's folder. */
  Path kept() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("results"))) {
      List<Path> all = runs.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  /** The batches by the folder. */
  List<BatchRow> log() throws IOException {
    try (AppendedCsv<BatchLine> log =
        AppendedCsv.open(kept().resolve(BatchLine.FILE), BatchLine.class)) {
      return log.rows().stream().map(BatchLine::row).toList();
    }
  }

  /** Journal, folder and tables hold every batch of the day once, and nothing else. */
  void assertExact() throws IOException, SQLException {
    StreamPlan plan = StreamPlan.read(kept());
    Map<Place, Digest> expected = expected(plan);
    try (Connection connection = database.connect()) {
      assertThat(new Journal(connection, plan.run()).batches())
          .containsExactlyInAnyOrderEntriesOf(expected);
      for (Phase phase : plan.phases()) {
        for (Variant variant : plan.variants()) {
          Digest all =
              expected.entrySet().stream()
                  .filter(e -> e.getKey().phase() == phase && e.getKey().variant() == variant)
                  .map(Map.Entry::getValue)
                  .reduce(Digest.EMPTY, Digest::plus);
          assertThat(TableChecksum.of(connection, plan.table(phase, variant)))
              .isEqualTo(new TableChecksum(all.rows(), all.checksum()));
        }
      }
    }
    Map<Place, Digest> told = new LinkedHashMap<>();
    log().forEach(row -> assertThat(told.put(row.place(), row.digest())).isNull());
    assertThat(told).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private static Map<Place, Digest> expected(StreamPlan plan) {
    DayOfTraffic day = plan.day();
    Map<Place, Digest> expected = new LinkedHashMap<>();
    for (int k = 1; k <= day.batches(); k++) {
      Digest digest = Digest.of(day.stream(), day.batch(k));
      for (Phase phase : plan.phases()) {
        for (Variant variant : plan.variants()) {
          expected.put(new Place(phase, variant, k), digest);
        }
      }
    }
    return expected;
  }

  private CommandLineRun run(List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("stream"));
    all.addAll(arguments);
    return CommandLineRun.start(environment, folder, all.toArray(String[]::new));
  }
}
