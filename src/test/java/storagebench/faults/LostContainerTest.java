package storagebench.faults;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import storagebench.fixture.KillableContainer;
import storagebench.fixture.OwnServer;

/** What a run loses beside its runner, where the server is in a container. */
@EnabledIfEnvironmentVariable(
    named = "STORAGEBENCH_TEST_IMAGE",
    matches = ".+",
    disabledReason =
        "needs a Docker engine and an image: build one with scripts/test-image and set"
            + " STORAGEBENCH_TEST_IMAGE=storagebench-test:latest")
class LostContainerTest extends LostServerTest {
  @Override
  OwnServer start(Path data) throws IOException {
    return KillableContainer.start(System.getenv("STORAGEBENCH_TEST_IMAGE"));
  }
}
