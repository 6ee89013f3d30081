package storagebench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    Watch(String name, String failing) {
      this.name = name;
      this.failing = failing;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void opened(WatchedTrial trial) throws SQLException {
      call("opened");
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
      calls.add(name + " " + what);
      if (what.equals(failing)) {
        throw new SQLException("segment 1 is gone, says " + name, "58M01");
      }
    }
  }

  private static void batch() {
    TrialWatches.beforeBatch();
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
    batch();

    assertThat(calls).containsExactly("d before", "d after");
  }
}
