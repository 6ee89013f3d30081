package storagebench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.results.Metric;
import storagebench.server.Target;
import storagebench.server.TargetFinder;
import storagebench.storage.Variant;

class ServerUseTest {
  /** Milliseconds on a CPU, which every machine counts, in place of instructions. */
  private static final String COUNTED = "task-clock";

  /** Of a process that runs while perf counts. */
  private static final int OWN_PID = (int) ProcessHandle.current().pid();

  private Target target;
  private Connection session;
  private WatchedTrial trial;

  @BeforeEach
  void connect() throws SQLException {
    target = new TargetFinder(EmbeddedServer.sharedDatabase().environment(), line -> {}).find();
    session = target.connect();
    trial = new WatchedTrial("", target, null, Variant.HEAP);
    trial.sessions().add(WatchedSession.of(session));
  }

  @AfterEach
  void disconnect() throws SQLException {
    session.close();
    target.close();
  }

  private Map<Metric, Double> batch(ServerUse use, int rows) throws SQLException {
    use.beforeBatch();
    TestDatabase.strings(session, "SELECT sum(sqrt(i)) FROM generate_series(1, " + rows + ") i");
    use.afterBatch();
    return use.take();
  }

  @Test
  void whatPerfCountsIsOfTheInsertingProcessesDuringTheBatch() throws SQLException {
    assumeTrue(PerfStat.counts(COUNTED, OWN_PID), "perf may count here");
    try (ServerUse use = new ServerUse(trial, COUNTED)) {
      Map<Metric, Double> large = batch(use, 1_000_000);
      Map<Metric, Double> small = batch(use, 1);

      assertThat(large.get(Metric.INSTRUCTIONS))
          .isPositive()
          .isLessThanOrEqualTo(large.get(Metric.TIME_CPU) * 1.05)
          .isGreaterThan(2 * small.get(Metric.INSTRUCTIONS));
    }
  }

  @Test
  void aSessionThatSleepsSaysNothingAgainstTheMachine() {
    assertThat(PerfStat.counts(COUNTED, trial.sessions().get(0).pid()))
        .isEqualTo(PerfStat.counts(COUNTED, OWN_PID));
  }

  @Test
  void whatThisMachineDoesNotCountIsLeftOut() throws SQLException {
    try (ServerUse use = new ServerUse(trial, "no-such-event")) {
      assertThat(batch(use, 1)).containsOnlyKeys(Metric.TIME_CPU, Metric.BYTES_WAL);
    }
  }

  @Test
  void aProcessThatIsGoneIsNotCounted() {
    assertThat(PerfStat.counts(COUNTED, Integer.MAX_VALUE)).isFalse();
  }
}
