package storagebench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.Docker;
import storagebench.fixture.NewContainers;

/** Killed runs and duels in containers go on in new ones. */
@EnabledIfEnvironmentVariable(
    named = "STORAGEBENCH_TEST_IMAGE",
    matches = ".+",
    disabledReason =
        "needs a Docker engine and an image: build one with scripts/test-image and set"
            + " STORAGEBENCH_TEST_IMAGE=storagebench-test:latest")
@Tag("slow")
class ContainerRunTest {
  @TempDir private Path directory;

  private final NewContainers containers = new NewContainers();

  ContainerRunTest() throws IOException {}

  @Test
  @Timeout(240)
  void aContainerThatDiesIsSaidToHaveDiedAndTheRunGoesOnInANewOneOfTheSameImageOnly()
      throws IOException, InterruptedException {
    String image = System.getenv("STORAGEBENCH_TEST_IMAGE");
    Map<String, String> environment =
        Map.of("CLOUDBERRY_TARGET", "docker", "CLOUDBERRY_IMAGE", image);
    FaultyRun faulty = new FaultyRun(environment, directory);
    CommandLineRun run = faulty.begin();
    faulty.awaitFirstTrial(run);
    Docker.say("kill", containers.ids().get(0));

    FaultyRun.assertOneError(
        run.end(),
        "the container of " + image + " is gone: it ended with exit code 137",
        "its log ends: ",
        "go on with: --resume");
    Ended resumed = faulty.complete();
    assertThat(resumed.out()).contains("kept already");
    assertThat(resumed.err())
        .as("its processes are hidden from this machine's")
        .containsOnlyOnce("Warning: CPU time of the server is not taken");
    assertThat(Files.readString(faulty.folder().resolve("jmh.json")))
        .contains("bytes.wal")
        .doesNotContain("time.cpu");
    assertThat(resumed.out() + resumed.err()).doesNotContain("INFO:", "org.testcontainers");
    assertThat(containers.ids()).isEmpty();

    String other = image.replaceFirst(":.*", ":other");
    Docker.say("build", "-q", "-t", other, context(image).toString());
    FaultyRun changed =
        new FaultyRun(Map.of("CLOUDBERRY_TARGET", "docker", "CLOUDBERRY_IMAGE", other), directory);
    FaultyRun.assertOneError(
        changed.resume().end(), "image.digest was 'sha256:", "begin a new run");
  }

  private Path context(String image) throws IOException {
    Path context = Files.createDirectory(directory.resolve("context"));
    Files.writeString(context.resolve("Dockerfile"), "FROM " + image + "\nENV OTHER=1\n");
    return context;
  }

  @Test
  @Timeout(240)
  void aKilledDuelOfTwoImagesGoesOnInNewContainers() throws IOException, InterruptedException {
    FaultyDuel faulty = new FaultyDuel(Map.of(), directory);
    String side = "HEAP,image=" + System.getenv("STORAGEBENCH_TEST_IMAGE");
    faulty.killAfterTheFirstTrial(side, side);
    removeContainers(2);

    Ended ended = faulty.complete();

    assertThat(ended.out()).contains("trials kept already: ");
    assertThat(containers.ids()).isEmpty();
  }

  /**
   * Without Testcontainers' reaper, which tests have no image of, what is killed leaves its own.
   */
  private void removeContainers(int expected) throws IOException {
    List<String> left = containers.ids();
    assertThat(left).hasSize(expected);
    for (String container : left) {
      Docker.say("rm", "--force", "--volumes", container);
    }
  }
}
