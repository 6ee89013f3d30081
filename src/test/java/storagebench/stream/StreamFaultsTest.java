package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.Pause;
import storagebench.fixture.TestDatabase;

/**
 * Whatever happens to client, session or network at whatever batch: in the end every batch is there
 * once. Points are drawn, and tied to what is committed, not to time.
 */
@Tag("slow")
@Timeout(180)
class StreamFaultsTest {
  private static final int BATCHES = 24;

  /** Fails now and then as long as an insert runs, for there is no session to hit otherwise. */
  private static final String TERMINATE_INSERT =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND state = 'active'"
          + " AND (query LIKE 'INSERT INTO storage_bench.\"stream%'"
          + " OR query LIKE 'COPY storage_bench.\"stream%') AND pid <> pg_backend_pid()";

  private final Random random = new Random(20_250_101);

  @TempDir private Path folder;
  private TestDatabase database;
  private StreamTrial trial;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
    trial = new StreamTrial(database, folder);
  }

  @Test
  void aStreamKilledThriceEndsAsOneThatNobodyDisturbed()
      throws IOException, InterruptedException, SQLException {
    Path quiet = Files.createDirectory(folder.resolve("quiet"));
    StreamTrial undisturbed = new StreamTrial(EmbeddedServer.newDatabase(), quiet);
    Ended whole = undisturbed.start().end();
    assertThat(whole.exitCode()).as(whole.err()).isZero();

    int[] points = random.ints(1, BATCHES).distinct().limit(3).sorted().toArray();
    CommandLineRun run = trial.start();
    for (int point : points) {
      trial.awaitBatches(run, point);
      run.kill();
      run = trial.resume();
    }
    Ended ended = run.end();

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    trial.assertExact();
    undisturbed.assertExact();
    assertThat(trial.log().stream().map(StreamFaultsTest::content).toList())
        .containsExactlyElementsOf(
            undisturbed.log().stream().map(StreamFaultsTest::content).toList());
    assertThat(trial.log().stream().filter(row -> !row.times().known()).count())
        .as("batches whose time died with the client")
        .isLessThanOrEqualTo(points.length);
  }

  @Test
  @Timeout(120) // where the shell that began all this ignores SIGINT, the brake holds for ever
  void aCancelledStreamSaysHowToGoOnAndDoes()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = trial.start();
    trial.awaitBatches(run, 1 + random.nextInt(BATCHES - 2));
    Ended cancelled;
    try (Connection brake = trial.brake()) {
      run.interrupt();
      cancelled = run.end();
      brake.rollback();
    }

    assertThat(cancelled.exitCode()).isNotZero();
    assertThat(cancelled.err()).contains("stream --resume " + relative(trial.kept()));
    trial.resumeToTheEnd();
    trial.assertExact();
  }

  @ParameterizedTest
  @ValueSource(strings = {"insertSelect", "copy"})
  void aSessionThatTheServerEndsInTheMiddleOfABatchIsOpenedAgain(String method)
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = trial.start("--method", method);
    trial.awaitBatches(run, 1 + random.nextInt(5));
    terminateInsert(run);
    Ended ended = run.end();

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("Session lost").contains("the journal knows what is in");
    trial.assertExact();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aConnectionLostAtCommitLeavesTheBatchInOnce(boolean reachesTheServer)
      throws IOException, InterruptedException, SQLException {
    int commit = 1 + random.nextInt(BATCHES - 4);
    try (CutAtCommit network = new CutAtCommit(EmbeddedServer.port(), commit, reachesTheServer)) {
      String detour = database.url().replace(":" + EmbeddedServer.port(), ":" + network.port());
      trial = new StreamTrial(database, Map.of("CLOUDBERRY_URL", detour), folder);
      Ended ended = trial.start().end();

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(network.cut()).isTrue();
      assertThat(ended.out()).contains("Session lost");
    }
    trial.assertExact();
    assertThat(trial.log().stream().filter(row -> !row.times().known()))
        .hasSize(reachesTheServer ? 1 : 0);
  }

  @Test
  void aBatchIsOfTheTransactionThatPutItInTheJournal()
      throws IOException, InterruptedException, SQLException {
    Ended ended = trial.start().end();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    StreamPlan plan = StreamPlan.read(trial.kept());
    String table = plan.table(Phase.ONE, plan.variants().get(0));

    assertThat(
            database.strings(
                "SELECT count(*) || ' batches, whole: ' || bool_and(row_count = (SELECT count(*)"
                    + (" FROM storage_bench." + table + " t WHERE t.xmin = journal.xmin))")
                    + " FROM storage_bench.stream_batch journal"))
        .containsExactly(BATCHES + " batches, whole: true");
  }

  @Test
  void aLineThatAKilledClientLeftHalfWrittenIsMended()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = trial.start();
    trial.awaitBatches(run, 3);
    run.kill();
    Path csv = trial.kept().resolve(BatchLine.FILE);
    List<String> lines = Files.readAllLines(csv);
    String half = lines.get(lines.size() - 1).substring(0, 9);
    Files.write(csv, lines.subList(0, lines.size() - 1));
    Files.writeString(csv, half, StandardOpenOption.APPEND);

    trial.resumeToTheEnd();
    trial.assertExact();
    assertThat(trial.log().stream().filter(row -> !row.times().known())).isNotEmpty();
  }

  @Test
  void aFolderThatTheServerDoesNotAgreeWithIsRefused()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = trial.start();
    trial.awaitBatches(run, 4);
    run.kill();
    String plan = StreamPlan.read(trial.kept()).run();
    database.execute(
        "DELETE FROM storage_bench.stream_batch WHERE run = '" + plan + "' AND batch = 2");

    Ended refused = trial.resume().end();

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("batch 2 of HEAP in phase 1").contains("lost committed");
  }

  private void terminateInsert(CommandLineRun run) throws SQLException {
    try (Connection connection = database.connect()) {
      while (run.running() && TestDatabase.strings(connection, TERMINATE_INSERT).isEmpty()) {
        Pause.brief();
      }
    }
  }

  private Path relative(Path kept) {
    return folder.relativize(kept);
  }

  private static String content(BatchRow row) {
    return row.place() + " " + row.digest();
  }
}
