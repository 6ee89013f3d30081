package storagebench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ScalarResult;
import storagebench.results.ProfileFolder;

class TrialWatchesTest {
  @TempDir Path folder;
  private final List<String> calls = new ArrayList<>();

  @BeforeEach
  void keepFiles() {
    System.setProperty(ProfileFolder.PROPERTY, folder.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(ProfileFolder.PROPERTY);
    TrialWatches.over();
  }

  /** Writes down what it is told; fails at one of the calls. */
  private final class Watch implements TrialWatch {
    private final String name;
    private final String failing;
    private final String table;

    Watch(String name, String failing) {
      this(name, failing, "");
    }

    private Watch(String name, String failing, String table) {
      this.name = name;
      this.failing = failing;
      this.table = table;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public TrialWatch another() {
      return new Watch(name, failing, "second ");
    }

    @Override
    public void opened(WatchedTrial trial) throws SQLException {
      call("opened");
    }

    @Override
    public Collection<ScalarResult> ofBatches() {
      return List.of(new ScalarResult(table + "batches", 1, "x", AggregationPolicy.AVG));
    }

    @Override
    public Collection<ScalarResult> ofTrial() {
      return List.of(new ScalarResult(table + "trial", 1, "x", AggregationPolicy.MAX));
    }

    @Override
    public void beforeBatch() throws SQLException {
      call("before");
    }

    @Override
    public void afterBatch(BatchWindow window) throws SQLException {
      call("after");
    }

    private void call(String what) throws SQLException {
      calls.add(table + name + " " + what);
      if (what.equals(failing)) {
        throw new SQLException("segment 1 is gone, says " + name, "58M01");
      }
    }
  }

  private static void batch() {
    batch(null);
  }

  private static void batch(WatchedTrial trial) {
    TrialWatches.beforeBatch(trial);
    TrialWatches.afterBatch(new BatchWindow(0, 1, 2, 3));
  }

  @Test
  void whoFailsOnTheWayIsWarnedOfOnceAndOthersGoOn() throws IOException {
    TrialWatches.join(new Watch("a", "before"));
    TrialWatches.join(new Watch("b", ""));
    TrialWatches.opened(null);
    batch();
    batch();

    assertThat(calls)
        .containsExactly(
            "a opened",
            "b opened",
            "a before",
            "b before",
            "a after",
            "b after",
            "a before",
            "b before",
            "a after",
            "b after");
    assertThat(Files.readAllLines(folder.resolve(ProfileFolder.WARNINGS)))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("a: ")
        .contains("segment 1 is gone, says a");
  }

  @Test
  void whoCannotBeginIsNotAskedAgain() {
    Watch watch = new Watch("c", "opened");
    TrialWatches.join(watch);
    TrialWatches.opened(null);
    TrialWatches.join(watch);
    batch();

    assertThat(calls).containsExactly("c opened");
  }

  @Test
  void theSameProfilerWatchesOnce() {
    TrialWatches.join(new Watch("d", ""));
    TrialWatches.join(new Watch("d", ""));
    TrialWatches.opened(null);
    batch();

    assertThat(calls).containsExactly("d opened", "d before", "d after");
  }

  @Test
  void inADuelEachTableHasAWatchThatSeesItsOwnBatchesOnly() {
    WatchedTrial first = new WatchedTrial("baseline-", null, null, null);
    WatchedTrial second = new WatchedTrial("candidate-", null, null, null);
    TrialWatches.join(new Watch("e", ""));
    TrialWatches.opened(first);
    TrialWatches.opened(second);
    batch(second);
    batch(first);

    assertThat(calls)
        .containsExactly(
            "e opened",
            "second e opened",
            "second e before",
            "second e after",
            "e before",
            "e after");
    assertThat(TrialWatches.take("e"))
        .extracting(ScalarResult::getLabel)
        .as("of the batches of the table that had the turn, and of both trials")
        .containsExactly("batches", "trial", "duel.other.second trial");
  }
}
