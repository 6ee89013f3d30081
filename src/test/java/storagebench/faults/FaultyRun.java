package storagebench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.Pause;
import storagebench.fixture.TestDatabase;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.JmhReader;
import storagebench.results.Metric;
import storagebench.results.TrialLog;
import storagebench.results.WholeFile;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.Digest;

/**
 * A run of small batches that faults happen to: begun, resumed as often as needed, and checked to
 * be in the end what it would have been without them.
 *
 * @param environment what the program finds the server by
 * @param directory where it works
 */
record FaultyRun(Map<String, String> environment, Path directory) {
  private static final int ROUNDS = 2;
  private static final int CELLS = 3;
  private static final int BATCHES = 3;
  private static final List<Integer> SIZES = List.of(100, 101, 102);

  /** How many trials are planned. */
  static final int TRIALS = ROUNDS * CELLS;

  CommandLineRun begin() throws IOException {
    return begin("results");
  }

  CommandLineRun begin(String results) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("multiRowInsert", "-f", "" + ROUNDS, "-wi", "1", "-i", "" + (BATCHES - 1)));
    arguments.addAll(List.of("-p", "batchSize=100,101,102", "-p", "indexes=false"));
    arguments.addAll(List.of("-p", "variant=HEAP", "--results", results));
    arguments.addAll(List.of("-jvmArgsAppend", "-XX:TieredStopAtLevel=1"));
    return CommandLineRun.start(environment, directory, arguments.toArray(String[]::new));
  }

  CommandLineRun resume() throws IOException {
    return CommandLineRun.start(environment, directory, "--resume", folder().toString());
  }

  /** The run's folder. */
  Path folder() throws IOException {
    try (Stream<Path> files = Files.walk(directory, 4)) {
      return files.filter(file -> file.endsWith("plan.json")).findFirst().orElseThrow().getParent();
    }
  }

  /** Waits until a trial is kept; the next takes a while then. */
  void awaitFirstTrial(CommandLineRun run) {
    while (run.running() && kept() == 0) {
      Pause.brief();
    }
    assertThat(kept()).isPositive();
  }

  /** Whatever is written to that file of the folder next finds the disk full, once. */
  void fillDiskBefore(String file) throws IOException {
    Files.createSymbolicLink(folder().resolve(file + WholeFile.UNFINISHED), Path.of("/dev/full"));
  }

  /** How many trials are kept so far; none before there is a folder. */
  int kept() {
    try (Stream<Path> files = Files.walk(directory)) {
      return (int)
          files
              .filter(file -> file.getParent().endsWith("trials"))
              .filter(file -> file.toString().endsWith(".json"))
              .count();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  /** Resumes until everything is measured and checks all of it. */
  Ended complete() throws IOException, InterruptedException {
    Ended ended = resume().end();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("\tat ");
    assertComplete();
    return ended;
  }

  /** Exactly the planned trials, each with every row. */
  void assertComplete() throws IOException {
    List<Cell> cells = new ArrayList<>();
    JmhReader.read(folder().resolve("jmh.json"), cells::add);
    assertThat(cells).hasSize(CELLS);
    for (Cell cell : cells) {
      assertThat(cell.forks()).hasSize(ROUNDS);
      for (Fork fork : cell.forks()) {
        assertThat(fork.primary().size()).isEqualTo(BATCHES - 1);
        assertRows(cell, fork, BATCHES);
      }
    }
    TrialLog log = TrialLog.beside(folder().resolve("jmh.json")).orElseThrow();
    assertThat(log.trials()).hasSize(TRIALS).extracting("position").doesNotHaveDuplicates();
    assertThat(log.trials()).allSatisfy(trial -> assertThat(trial.seconds()).isPositive());
    for (Cell cell : cells) {
      for (int fork = 0; fork < ROUNDS; fork++) {
        assertThat(log.of(cell.identity(), fork).orElseThrow().round()).isEqualTo(fork);
      }
    }
    try (Stream<Path> files = Files.walk(folder())) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  /** After clean there is nothing of the suite on the server. */
  void assertCleans(TestDatabase database) throws IOException, InterruptedException, SQLException {
    Ended clean = CommandLineRun.start(environment, directory, "clean").end();
    assertThat(clean.exitCode()).as(clean.err()).isZero();
    assertThat(database.strings("SELECT 1 FROM pg_namespace WHERE nspname = 'storage_bench'"))
        .isEmpty();
  }

  /** The table has all rows of so many batches and no others. */
  static void assertRows(Cell cell, Fork fork, int batches) {
    int size = Integer.parseInt(cell.identity().param("batchSize").orElseThrow());
    assertThat(SIZES).contains(size);
    Digest sent =
        Digest.of(
            new CallStream(CallStream.DEFAULT_SEED), new Batch(CallStream.ORIGIN, size * batches));
    assertThat(fork.last(Metric.ROWS_TABLE)).contains((double) size * batches);
    assertThat(fork.last(Metric.ROWS_CHECKSUM))
        .contains((double) (sent.checksum() & ((1L << 48) - 1)));
  }

  /** The lines that say what is wrong: one, always. */
  static void assertOneError(Ended ended, String... expected) {
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines().filter(line -> line.startsWith("Error: ")))
        .singleElement()
        .asString()
        .contains(expected);
    assertThat(ended.err()).doesNotContain("\tat ");
  }
}
