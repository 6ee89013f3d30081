package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.run.folder.RunLock;

/** What is different where the suite starts the server itself: it ends with the command. */
@Tag("slow")
class StartedServerTest {
  private static final String STREAM = "stream --batches 2 --scale 0.001 --phase 1 --variants HEAP";

  @TempDir private Path folder;

  @Test
  void aStreamSaysAtItsStartThatItCannotBeResumedAndHowOneThatCanIsBegun()
      throws IOException, InterruptedException {
    Ended stream = run(Map.of(), STREAM);

    assertThat(stream.exitCode()).as(stream.err()).isZero();
    assertThat(stream.err()).contains("cannot be resumed", "docker run", "CLOUDBERRY_URL");
    assertThat(stream.out() + stream.err()).doesNotContain("stream --resume");
  }

  @Test
  void aStreamWhoseTablesAreToStayOrToBeThereIsRefusedBeforeAServerIsStarted()
      throws IOException, InterruptedException {
    for (String option : new String[] {"--keep", "--resume results/x"}) {
      Ended stream = run(Map.of(), STREAM + " " + option);

      assertThat(stream.exitCode()).isEqualTo(2);
      assertThat(stream.err())
          .startsWith("Error: " + option.split(" ")[0] + " needs a server that outlives the stream")
          .contains("CLOUDBERRY_URL");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void cleanStartsNoServerToFindNothing() throws IOException, InterruptedException {
    Ended clean = run(Map.of(), "clean");

    assertThat(clean.exitCode()).isZero();
    assertThat(clean.out()).startsWith("nothing to drop: ");
    assertThat(clean.err()).isEmpty();
  }

  @Test
  void aSecondMeasurementIsRefusedBeforeItStartsAServerAndLeavesNoFolder() {
    Map<String, String> locking = Map.of("_JAVA_OPTIONS", "-Djmh.ignoreLock=false");
    for (String command : new String[] {"copy -p batchSize=10", "duel HEAP HEAP copy", STREAM}) {
      Ended second = RunLock.alone(() -> quietly(locking, command));

      assertThat(second.exitCode()).isEqualTo(2);
      assertThat(second.err())
          .contains("Error: another run is measuring on this machine; wait for its end")
          .doesNotContain("Embedded PostgreSQL");
      assertThat(folder).isEmptyDirectory();
    }
  }

  private Ended quietly(Map<String, String> environment, String words) {
    try {
      return run(environment, words);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Ended run(Map<String, String> environment, String words)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(Map.of("CLOUDBERRY_TARGET", "embedded"));
    all.putAll(environment);
    return CommandLineRun.start(all, folder, words.split(" ")).end();
  }
}
