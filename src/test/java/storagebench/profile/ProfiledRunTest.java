package storagebench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.Cluster;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.Results;

/** Profilers in a run of the program, on real servers. */
@Tag("slow")
class ProfiledRunTest {
  /** So many that even a busy machine looks at a batch while it is under way. */
  private static final int ROWS = 50_000;

  private static final int WARMUPS = 1;
  private static final int BATCHES = 2;

  /** Succeeds when it is asked whether it works, and not afterwards. */
  private static final String PERF_FORBIDDEN_LATER =
      "#!/bin/sh\ncase \"$*\" in *dev/null*) exit 0;; esac\necho No permission today >&2\nexit 1\n";

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private Ended run(TestDatabase database, String variant, String... profilers)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of("insertSelect", "-f", "1", "-wi", "" + WARMUPS, "-i", "" + BATCHES));
    for (String parameter : List.of("batchSize=" + ROWS, "indexes=false", "variant=" + variant)) {
      arguments.addAll(List.of("-p", parameter));
    }
    Arrays.stream(profilers).forEach(name -> arguments.addAll(List.of("-prof", name)));
    environment.putAll(database.environment());
    return CommandLineRun.start(environment, folder, arguments.toArray(String[]::new)).end();
  }

  private Fork fork() {
    Cell cell = Results.read(List.of(folder.resolve("results"))).cells().get(0);
    return cell.forks().get(0);
  }

  private static double last(Fork fork, String label) {
    assertThat(fork.secondary()).containsKey(label);
    return fork.secondary().get(label).last();
  }

  private List<Path> profile(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
      return files.filter(file -> file.endsWith(name)).toList();
    }
  }

  private static void assertSharesAddUp(Fork fork) {
    double all =
        Wait.KINDS.stream().mapToDouble(k -> fork.secondary().get("wait." + k).get(0)).sum();
    double before =
        Wait.KINDS.stream()
            .mapToDouble(k -> fork.secondary().get("wait.before_commit." + k).get(0))
            .sum();

    assertThat(all).isCloseTo(1, within(1e-9));
    assertThat(before).isBetween(0.0, 1.0);
  }

  /**
   * What is taken in every run, by other queries, in other units, and not at quite the same time:
   * whoever else writes to the log in between is seen by one of them only, but not in every batch.
   */
  private static void assertSpentIsWhatProfilersFind(Fork fork) {
    assertAlike(1000 * least(fork, "time.cpu") / ROWS, least(fork, "backends.cpu"));
    assertAlike(least(fork, "bytes.wal") / ROWS, least(fork, "wal.bytes_per_row"));
  }

  private static double least(Fork fork, String label) {
    return fork.secondary().get(label).stream().min().orElseThrow();
  }

  private static void assertAlike(double perRow, double profiled) {
    assertThat(perRow).isCloseTo(profiled, within(0.1 * profiled));
  }

  @Test
  void onPlainPostgresEveryFigureIsTakenThatTheServerHas()
      throws IOException, InterruptedException, SQLException {
    Ended run =
        run(EmbeddedServer.newDatabase(), "HEAP", "waits", "wal", "plan", "backends", "server");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Fork fork = fork();

    assertSharesAddUp(fork);
    // A row of HEAP is logged once, in a record that is no smaller than the row.
    assertThat(last(fork, "wal.bytes_per_row")).isBetween(150.0, 400.0);
    assertThat(last(fork, "wal.server.bytes_per_row")).isEqualTo(last(fork, "wal.bytes_per_row"));
    assertSpentIsWhatProfilersFind(fork);
    assertThat(last(fork, "wal.records_per_row")).isBetween(1.0, 1.2);
    assertThat(last(fork, "server.table.n_tup_ins")).isEqualTo((double) ROWS * (WARMUPS + BATCHES));
    assertThat(last(fork, "plan.rows_moved")).isZero();
    assertThat(last(fork, "plan.execution")).isPositive();
    assertThat(last(fork, "backends.cpu")).isPositive();
    assertThat(last(fork, "backends.server.cpu")).isEqualTo(last(fork, "backends.cpu"));
    assertThat(last(fork, "backends.memory_peak")).isGreaterThan(1e6);
    assertThat(fork.secondary().get("backends.cpu").size()).isEqualTo(BATCHES);
    assertThat(profile("explain.json")).hasSize(1).first().asString().contains("variant=HEAP");
    assertThat(run.err().lines().filter(line -> line.startsWith("Warning: server:")))
        .as("PostgreSQL 14 has no pg_stat_checkpointer, and says so once")
        .hasSize(1);
    assertThat(Files.readString(profile("jmh.json").get(0)))
        .doesNotContain("storagebench.profile=");
  }

  @Test
  void aProfilerThatCannotWorkHereSaysWhyBeforeAnythingIsMeasured()
      throws IOException, InterruptedException, SQLException {
    Ended run = run(EmbeddedServer.newDatabase(), "HEAP", "segments");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("-prof segments: plain PostgreSQL has no segments");
    assertThat(profile("jmh.json")).isEmpty();
  }

  @Test
  void withoutPerfFlameSaysWhatToInstall() throws IOException, InterruptedException, SQLException {
    environment.put("PATH", folder.toString());

    Ended run = run(EmbeddedServer.newDatabase(), "HEAP", "flame");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Linux perf cannot be run").contains("linux-perf");
  }

  @Test
  void aFileThatHoldsNoStacksIsRefusedBeforeAnythingIsMeasured()
      throws IOException, InterruptedException, SQLException {
    Files.writeString(folder.resolve("a.html"), "<html>\n");

    Ended run = run(EmbeddedServer.newDatabase(), "HEAP", "flame:against=a.html");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("a.html cannot be read as a flame.collapsed");
  }

  @Test
  void perfForbiddenAtRunTimeIsOneWarningAndTheMeasurementGoesOn()
      throws IOException, InterruptedException, SQLException {
    Path perf = Files.writeString(folder.resolve("perf"), PERF_FORBIDDEN_LATER);
    Files.setPosixFilePermissions(perf, PosixFilePermissions.fromString("rwxr-xr-x"));
    environment.put("PATH", folder + ":" + System.getenv("PATH"));

    Ended run = run(EmbeddedServer.newDatabase(), "HEAP", "flame");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(fork().primary().size()).isEqualTo(BATCHES);
    assertThat(profile("flame.html")).isEmpty();
    assertThat(run.err().lines().filter(line -> line.contains("flame"))).hasSize(1);
  }

  @Cluster.Needed
  @Test
  void onAClusterEverySegmentIsLookedAt() throws IOException, InterruptedException {
    Ended run =
        run(Cluster.database(), "AO", "waits", "wal", "plan", "backends", "server", "segments");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Fork fork = fork();

    assertSharesAddUp(fork);
    double rows = (double) ROWS * (WARMUPS + BATCHES);
    assertThat(last(fork, "segments.segment0.rows") + last(fork, "segments.segment1.rows"))
        .isEqualTo(rows);
    assertThat(last(fork, "segments.segment0.bytes") + last(fork, "segments.segment1.bytes"))
        .isEqualTo(last(fork, "bytes.table"));
    assertThat(last(fork, "segments.rows_skew")).isBetween(1.0, 1.1);
    assertThat(last(fork, "server.segments.tuples_inserted")).isEqualTo(rows);
    assertThat(last(fork, "wal.bytes_per_row"))
        .isCloseTo(
            last(fork, "wal.coordinator.bytes_per_row")
                + last(fork, "wal.segment0.bytes_per_row")
                + last(fork, "wal.segment1.bytes_per_row"),
            within(1e-6));
    assertSpentIsWhatProfilersFind(fork);
    assertThat(last(fork, "plan.rows_moved")).isZero();
    assertThat(last(fork, "backends.segment1.cpu")).isPositive();
    assertThat(fork.secondary()).containsKeys("wait.segment0.cpu", "wait.segment1.cpu");
  }
}
