package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
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
import storagebench.results.Metric;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.Digest;

/** Whole runs: the program in a process of its own, on a real server. */
@Tag("slow")
@Timeout(120)
class RunTest {
  private static final String SECRET = "not-for-others-eyes";
  private static final String TRIALS =
      "SELECT tablename FROM pg_tables WHERE schemaname = 'storage_bench'"
          + " AND tablename LIKE 'trial%'";

  /** For forks; nothing is measured here. */
  private static final List<String> QUICK_START =
      List.of("-jvmArgsAppend", "-XX:TieredStopAtLevel=1");

  @TempDir private Path folder;

  private TestDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = new TestDatabase(EmbeddedServer.newDatabase().url() + "&password=" + SECRET);
  }

  @Test
  void everyBenchmarkMeasuresAndPutsItsMetricsIntoTheJson()
      throws IOException, InterruptedException, SQLException {
    Ended run =
        run("-f", "1", "-wi", "1", "-i", "2", "-p", "batchSize=1000", "-p", "indexes=false");
    List<Cell> cells = cells();

    assertThat(run.err()).doesNotContain("Error").doesNotContain("SLF4J").doesNotContain("\tat ");
    assertThat(run.exitCode()).isZero();
    assertThat(cells)
        .extracting(cell -> cell.identity().benchmark().replaceAll(".*\\.", ""))
        .containsExactlyInAnyOrder("copy", "copy", "insertSelect", "multiRowInsert");
    for (Cell cell : cells) {
      assertMetrics(cell, new Batch(CallStream.ORIGIN, 3000));
    }
    assertThat(database.strings(TRIALS)).isEmpty();
    assertThat(run.out() + run.err()).doesNotContain(SECRET);
    for (Path file : kept()) {
      assertThat(file)
          .content()
          .as(file.toString())
          .doesNotContain(SECRET, "WARNING: A terminally", "Unsafe");
    }
    assertThat(kept().stream().filter(file -> file.endsWith("log.txt")))
        .singleElement()
        .satisfies(log -> assertThat(log).content().contains("4 trials finished, 0 cells failed"));
  }

  @Test
  void preloadedRowsIndexesAndSessionsAreMeasuredAsAskedFor()
      throws IOException, InterruptedException {
    Ended run =
        run(
            List.of("copy", "-f", "2", "-wi", "1", "-i", "2", "-t", "2"),
            "batchSize=500",
            "indexes=true",
            "preloadRows=700",
            "format=BINARY");
    Cell cell = cells().get(0);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(cell.forks()).hasSize(2);
    assertThat(values(cell, Metric.ROWS_INSERTED)).containsOnly(1000);
    assertThat(values(cell, Metric.ROWS_TABLE)).containsExactly(2700, 3700, 2700, 3700);
    assertThat(values(cell, Metric.BYTES_INDEX)).hasSize(4).doesNotContain(0);
    assertThat(values(cell, Metric.ROWS_CHECKSUM)[1])
        .isEqualTo(low48(new Batch(CallStream.ORIGIN - 700, 3700)));
  }

  @Test
  void resultsAreAlsoWrittenWhereAndAsJmhsOptionsSay() throws IOException, InterruptedException {
    Ended run =
        run(
            List.of("multiRow", "-f", "1", "-wi", "0", "-i", "1", "-rf", "csv", "-rff", "r.csv"),
            "batchSize=10,20",
            "indexes=false");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readAllLines(folder.resolve("r.csv")))
        .first()
        .asString()
        .startsWith("\"Benchmark\",\"Mode\",\"Threads\"");
    assertThat(folder.resolve("r.csv")).content().contains(",10,").contains(",20,");
  }

  @Test
  void withoutForksTheServerThatTheRunStartedIsMeasured() throws IOException, InterruptedException {
    Ended run = runEmbedded("-f", "0");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(cells()).hasSize(1);
  }

  @Test
  void forksFindTheServerThatTheRunStartedAndItsDurabilityIsOn()
      throws IOException, InterruptedException {
    Ended run = runEmbedded("-f", "1");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("only HEAP").doesNotContain("fsync", "full_page_writes");
    assertThat(cells()).hasSize(1);
    assertThat(kept().toString()).contains("fingerprint.json").doesNotContain(".part");
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
    arguments.addAll(QUICK_START);
    for (String parameter : parameters) {
      arguments.addAll(List.of("-p", parameter));
    }
    return CommandLineRun.start(database.environment(), folder, arguments.toArray(String[]::new));
  }

  private Ended runEmbedded(String... options) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("insertSelect", "-wi", "0", "-i", "1", "-p", "batchSize=10", "-p"));
    arguments.add("indexes=false");
    arguments.addAll(List.of(options));
    return CommandLineRun.start(
            Map.of("CLOUDBERRY_TARGET", "embedded"), folder, arguments.toArray(String[]::new))
        .end();
  }

  private static void assertMetrics(Cell cell, Batch all) {
    Digest digest = Digest.of(new CallStream(CallStream.DEFAULT_SEED), all);

    assertThat(cell.forks()).hasSize(1);
    assertThat(values(cell, Metric.ROWS_INSERTED)).containsExactly(1000, 1000);
    assertThat(values(cell, Metric.ROWS_TABLE)).containsExactly(2000, 3000);
    assertThat(values(cell, Metric.ROWS_CHECKSUM)[1]).isEqualTo(low48(all));
    assertThat(values(cell, Metric.BYTES_RAW)[1]).isEqualTo(digest.textBytes());
    assertThat(values(cell, Metric.BYTES_TABLE)[1]).isGreaterThan(digest.textBytes());
    assertThat(values(cell, Metric.BYTES_INDEX)).containsExactly(0, 0);
    assertThat(values(cell, Metric.BYTES_AUXILIARY)).hasSize(2);
    assertThat(cell.forks().get(0).secondary()).doesNotContainKey("bytes.uncompressed");
    double[] wall = values(cell, Metric.TIME_WALL);
    double[] rate = values(cell, Metric.ROWS_RATE);
    double[] commit = values(cell, Metric.TIME_COMMIT);
    for (int i = 0; i < 2; i++) {
      assertThat(commit[i]).isBetween(0.0, wall[i]);
      assertThat(rate[i]).isEqualTo(1000 * 1000 / wall[i]);
    }
  }

  private static double low48(Batch batch) {
    Digest digest = Digest.of(new CallStream(CallStream.DEFAULT_SEED), batch);
    return digest.checksum() & ((1L << 48) - 1);
  }

  /** Of all forks, in order. */
  private static double[] values(Cell cell, Metric metric) {
    return cell.forks().stream()
        .flatMapToDouble(fork -> DoubleStream.of(fork.secondary().get(metric.label()).toArray()))
        .toArray();
  }

  private List<Cell> cells() throws IOException {
    List<Cell> cells = new ArrayList<>();
    for (Path file : kept()) {
      if (file.endsWith("jmh.json")) {
        JmhReader.read(file, cells::add);
      }
    }
    return cells;
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
