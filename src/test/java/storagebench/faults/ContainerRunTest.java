package storagebench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;

/** Killed runs and duels in containers go on in new ones. */
@EnabledIfEnvironmentVariable(
    named = "STORAGEBENCH_TEST_IMAGE",
    matches = ".+",
    disabledReason =
        "needs a Docker engine and an image: build one with scripts/test-image and set"
            + " STORAGEBENCH_TEST_IMAGE=storagebench-test:latest")
class ContainerRunTest {
  @TempDir private Path directory;

  @Test
  @Timeout(180)
  void aKilledRunGoesOnInANewContainerAndTheOldOneIsRemoved()
      throws IOException, InterruptedException {
    FaultyRun faulty =
        new FaultyRun(
            Map.of(
                "CLOUDBERRY_TARGET",
                "docker",
                "CLOUDBERRY_IMAGE",
                System.getenv("STORAGEBENCH_TEST_IMAGE")),
            directory);
    CommandLineRun run = faulty.begin();
    faulty.awaitFirstTrial(run);
    run.kill();
    run.end();

    Ended ended = faulty.complete();

    assertThat(ended.out()).contains("of them kept already");
    assertThat(containers()).isEmpty();
  }

  @Test
  @Timeout(240)
  void aKilledDuelOfTwoImagesGoesOnInNewContainersAndTheOldOnesAreRemoved()
      throws IOException, InterruptedException {
    FaultyDuel faulty = new FaultyDuel(Map.of(), directory);
    String side = "HEAP,image=" + System.getenv("STORAGEBENCH_TEST_IMAGE");
    faulty.killAfterTheFirstTrial(side, side);
    assertThat(containers().lines()).hasSize(2);

    Ended ended = faulty.complete();

    assertThat(ended.out()).contains("trials kept already: ");
    assertThat(containers()).isEmpty();
  }

  private static String containers() throws IOException, InterruptedException {
    Process docker =
        new ProcessBuilder("docker", "ps", "-aq", "--filter", "label=storagebench.process").start();
    String listed = new String(docker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return docker.waitFor() == 0 ? listed.strip() : "docker failed";
  }
}
