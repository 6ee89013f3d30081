package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.query.TimedQueries;

/** The command as a user types it, on a real server. */
@Tag("slow")
class StreamCommandTest extends StreamCommandCase {
  private static final String TABLES =
      "SELECT relname FROM pg_class WHERE relnamespace = 'storage_bench'::regnamespace"
          + " AND relkind IN ('r', 'p') AND relname ~ '^(stream_[0-9a-f]{8}|staged_[0-9])'";

  @Test
  void bothPhasesAreLoadedVerifiedReportedAndTidiedUp()
      throws IOException, InterruptedException, SQLException {
    Ended ended = run("--batches", "24", "--scale", "0.005");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("phase 1: 24 batches", "phase 2: 24 batches", "the runner adds")
        .contains("10,150 rows for each of HEAP; 0 are in", "10,150 rows in each table (100.0 %")
        .containsPattern("left: \\d s, then verification\\n")
        .contains("THROUGHPUT", "COMPRESSION", "INDEX COST", "GROWTH", "GATES");
    assertThat(ended.out().lines().filter(line -> line.startsWith("[24/24] 23 h"))).hasSize(2);
    assertThat(names(kept()))
        .contains(
            "stream.json",
            "stream.csv",
            "sizes.csv",
            "timings.csv",
            "jmh.json",
            "fingerprint.json",
            "report.html");
    assertThat(Files.readAllLines(kept().resolve("stream.csv"))).hasSize(1 + 2 * 24);
    assertThat(Files.readAllLines(kept().resolve("sizes.csv"))).hasSize(1 + 2 * 3);
    assertThat(Files.readAllLines(kept().resolve("timings.csv"))).hasSize(1 + 2);
    assertThat(database.strings(TABLES)).isEmpty();
  }

  @Test
  void aStreamThatIsFinishedIsReportedAgainWhenResumed() throws IOException, InterruptedException {
    run("--batches", "3", "--scale", "0.001", "--phase", "1");
    List<String> before = Files.readAllLines(kept().resolve("stream.csv"));

    Ended again = run("--resume", kept().toString());

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("THROUGHPUT");
    assertThat(Files.readAllLines(kept().resolve("stream.csv"))).isEqualTo(before);
  }

  @Test
  void tablesWithHourlyPartitionsHoldTheSameRowsAndAreSizedWhole()
      throws IOException, InterruptedException, SQLException {
    Ended ended =
        run(
            "--batches",
            "24",
            "--scale",
            "0.005",
            "--phase",
            "2",
            "--partitions",
            "hourly",
            "--keep");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    StreamPlan plan = StreamPlan.read(kept());
    String table = plan.table(Phase.TWO, plan.variants().get(0));

    assertThat(
            database.strings(
                "SELECT count(DISTINCT tableoid) || ' ' || bool_and(tableoid::regclass::text ="
                    + " 'storage_bench."
                    + table
                    + "_' || to_char(call_hour, 'FM00')) FROM storage_bench."
                    + table))
        .containsExactly("24 true");
    try (AppendedCsv<SizeLine> sizes =
        AppendedCsv.open(kept().resolve(SizeLine.FILE), SizeLine.class)) {
      assertThat(sizes.rows())
          .filteredOn(line -> line.batch() == 24)
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.tableBytes()).isGreaterThan(24 * 8192L);
                assertThat(line.indexBytes()).isGreaterThan(24 * 5 * 8192L);
              });
    }
  }

  @Test
  void queriesAreTimedWithIntervalsAndTheirPlansKept() throws IOException, InterruptedException {
    Ended ended = run("--batches", "5", "--scale", "0.01", "--phase", "1", "--queries");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(Files.readAllLines(kept().resolve("queries-1.csv")))
        .hasSize(1 + 4)
        .first()
        .isEqualTo(
            "query,variant,state,times,median_ms,mean_ms,mean_ms_low,mean_ms_high,stopped_after_s");
    assertThat(Files.readAllLines(kept().resolve("query-times-1.csv")))
        .hasSize(1 + 4 * TimedQueries.REPEATS);
    assertThat(names(kept().resolve("plans"))).hasSize(4);
    assertThat(kept().resolve("plans/phase1-last_hour-HEAP-loaded.txt"))
        .content()
        .contains("Seq Scan")
        .contains("Execution Time");
  }

  /** The server has another avg() here, which sleeps; one of the four queries asks for it. */
  @Test
  void aQueryThatTakesTooLongIsStoppedAndTheStreamEndsWell()
      throws IOException, InterruptedException, SQLException {
    database.execute(
        "CREATE SCHEMA slow",
        "CREATE FUNCTION slow.wait(numeric, numeric) RETURNS numeric LANGUAGE sql"
            + " AS 'SELECT $1 FROM pg_sleep(1)'",
        "CREATE AGGREGATE slow.avg(numeric) (SFUNC = slow.wait, STYPE = numeric, INITCOND = '0')",
        "DO $$BEGIN EXECUTE 'ALTER DATABASE ' || current_database()"
            + " || ' SET search_path = slow, pg_catalog'; END$$");
    StreamTrial trial = new StreamTrial(database, folder);
    CommandLineRun begun = trial.start("--queries", "--query-timeout", "1s");
    trial.awaitBatches(begun, 5);
    begun.kill();

    Ended ended = trial.resumeToTheEnd();

    assertThat(ended.out())
        .containsPattern("towers_at_noon +HEAP +loaded +stopped after 1 s\\n")
        .containsPattern("busiest_towers +HEAP +loaded +[0-9.]+ ms");
    assertThat(Files.readAllLines(kept().resolve("queries-1.csv")))
        .hasSize(1 + 4)
        .contains("towers_at_noon,HEAP,loaded,0,,,,,1");
    assertThat(Files.readAllLines(kept().resolve("query-times-1.csv")))
        .hasSize(1 + 3 * TimedQueries.REPEATS + 1)
        .contains("towers_at_noon,HEAP,loaded,,1");
    assertThat(kept().resolve("plans/phase1-towers_at_noon-HEAP-loaded.txt"))
        .content()
        .startsWith("EXPLAIN ANALYZE stopped after 1 s; EXPLAIN:\n")
        .contains("Seq Scan")
        .doesNotContain("Execution Time");
  }

  @Test
  void aStreamSurvivesOtherRunsAndAnotherMachineGoesOnWithACopyOfItsFolder()
      throws IOException, InterruptedException, SQLException {
    StreamTrial here = new StreamTrial(database, folder);
    CommandLineRun run = here.start();
    here.awaitBatches(run, 5);
    run.kill();
    Ended other =
        CommandLineRun.start(
                database.environment(),
                Files.createDirectory(folder.resolve("other")),
                "insertSelect -f 1 -wi 0 -i 1 -p batchSize=10 -p indexes=false".split(" "))
            .end();
    assertThat(other.exitCode()).as(other.err()).isZero();
    Path there = Files.createDirectories(folder.resolve("there/results"));
    Files.move(here.kept(), there.resolve("copied"));

    StreamTrial elsewhere = new StreamTrial(database, folder.resolve("there"));
    elsewhere.resumeToTheEnd();
    elsewhere.assertExact();
  }

  @Test
  void aNewStreamSaysThatAnOtherWaitsAndCleanDropsBoth()
      throws IOException, InterruptedException, SQLException {
    StreamTrial trial = new StreamTrial(database, folder);
    CommandLineRun first = trial.start();
    trial.awaitBatches(first, 2);
    first.kill();
    String waiting = StreamPlan.read(trial.kept()).run();

    Ended second = run("--batches", "2", "--scale", "0.001", "--phase", "1", "--keep");
    Ended clean = CommandLineRun.start(database.environment(), folder, "clean").end();

    assertThat(second.err()).contains("Stream " + waiting + " waits on this server");
    assertThat(clean.exitCode()).as(clean.err()).isZero();
    assertThat(database.strings("SELECT 1 FROM pg_namespace WHERE nspname = 'storage_bench'"))
        .isEmpty();
  }

  @Test
  void thePlanShowsTheDayAndTouchesNoServer() throws IOException, InterruptedException {
    Ended ended = CommandLineRun.start(Map.of(), folder, "stream", "--plan").end();

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("00 h   21 batches", "500 batches, 39,130,000 rows");
    assertThat(folder).isEmptyDirectory();
  }

  private static List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
