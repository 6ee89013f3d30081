package storagebench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.Pause;
import storagebench.fixture.TestDatabase;
import storagebench.results.TrialLog;

/** kill -9 of a runner at ten points, drawn with a fixed seed, and Ctrl-C. */
@Tag("slow")
@Timeout(180)
class KillTest {
  private static final int POINTS = 10;
  private static final long SEED = 20260105;
  private static final Map<String, String> OWN_SERVER = Map.of("CLOUDBERRY_TARGET", "embedded");

  @TempDir private Path directory;

  private TestDatabase database;
  private FaultyRun faulty;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
    faulty = new FaultyRun(database.environment(), directory);
  }

  @Test
  void aRunnerThatIsKilledTenTimesLosesTheTrialUnderWayAndNoOther()
      throws IOException, InterruptedException, SQLException {
    Random points = new Random(SEED);
    CommandLineRun run = faulty.begin();
    for (int point = 0; point < POINTS; point++) {
      Moment moment = Moment.values()[points.nextInt(Moment.values().length)];
      assertThat(moment.await(run, database)).as(moment.toString()).isTrue();
      int kept = faulty.kept();
      run.kill();
      run.end();
      assertThat(faulty.kept()).isGreaterThanOrEqualTo(kept);
      run = faulty.resume();
    }
    Ended ended = run.end();

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    faulty.assertComplete();
    faulty.assertCleans(database);
  }

  @Test
  void aKilledRunIsReportedWithEveryFinishedTrial() throws IOException, InterruptedException {
    CommandLineRun run = faulty.begin();
    while (run.running() && faulty.kept() < 2) {
      Pause.brief();
    }
    run.kill();
    run.end();
    Ended report =
        CommandLineRun.start(
                database.environment(), directory, "report", faulty.folder().toString())
            .end();

    assertThat(report.exitCode()).as(report.err()).isZero();
    assertThat(report.out()).contains("THROUGHPUT");
    assertThat(TrialLog.beside(faulty.folder().resolve("jmh.json")).orElseThrow().trials())
        .hasSize(faulty.kept());
    faulty.complete();
  }

  @Test
  void ctrlCEndsTheForkTooAndSaysHowToGoOn()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = faulty.begin();
    assertThat(Moment.TABLE_IS_THERE.await(run, database)).isTrue();
    var forks = run.forks();
    run.interrupt();
    Ended ended = run.end();
    forks.forEach(fork -> fork.onExit().join());

    assertThat(ended.exitCode()).isEqualTo(130);
    assertThat(ended.err()).contains("go on with: --resume results/").doesNotContain("\tat ");
    assertThat(faulty.folder().resolve("log.txt"))
        .content()
        .contains("Interrupted. Every finished");
    faulty.complete();
    faulty.assertCleans(database);
  }

  @Test
  void ctrlCOnAServerOfTheSuitesOwnSaysNothingOfWhatItEnds()
      throws IOException, InterruptedException {
    faulty = new FaultyRun(OWN_SERVER, directory);
    CommandLineRun run = faulty.begin();
    while (run.running() && (faulty.kept() == 0 || run.forks().isEmpty())) {
      Pause.brief();
    }

    assertOnlyInterrupted(run, "Interrupted. Every finished trial is kept; go on with: --resume");
  }

  @Test
  void ctrlCBeforeThereIsAServerSaysThatNothingWasMeasured()
      throws IOException, InterruptedException {
    faulty = new FaultyRun(OWN_SERVER, directory);
    CommandLineRun run = faulty.begin();
    while (run.running() && run.children().isEmpty()) {
      Pause.brief();
    }

    assertOnlyInterrupted(run, "Interrupted. Nothing was measured.");
  }

  /** After what every run on such a server begins with, the warnings of a newer JDK of JMH too. */
  private static void assertOnlyInterrupted(CommandLineRun run, String line)
      throws IOException, InterruptedException {
    List<ProcessHandle> started = run.children();
    run.interrupt();
    Ended ended = run.end();
    started.forEach(process -> process.onExit().join());

    assertThat(ended.exitCode()).isEqualTo(130);
    assertThat(
            ended
                .err()
                .lines()
                .filter(l -> !l.matches("(Embedded|Warning|WARNING: .*Unsafe|WARNING: Please).*")))
        .singleElement()
        .asString()
        .startsWith(line);
    assertThat(ended.out()).doesNotContain("FAILED", "Error", "\tat ");
  }
}
