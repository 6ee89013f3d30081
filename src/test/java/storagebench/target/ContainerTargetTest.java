package storagebench.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import storagebench.UserError;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.TestDatabase;

/** The container path, with a local image that follows the default image's contract. */
@EnabledIfEnvironmentVariable(
    named = "STORAGEBENCH_TEST_IMAGE",
    matches = ".+",
    disabledReason =
        "needs a Docker engine and an image: build one with scripts/test-image and set"
            + " STORAGEBENCH_TEST_IMAGE=storagebench-test:latest")
class ContainerTargetTest {
  private static final String IMAGE = System.getenv("STORAGEBENCH_TEST_IMAGE");
  private static final Map<String, String> ENVIRONMENT =
      Map.of("CLOUDBERRY_TARGET", "docker", "CLOUDBERRY_IMAGE", String.valueOf(IMAGE));

  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void aContainerServesTheRunAndItsForksAndIsRemovedAtTheEnd() throws SQLException {
    List<String> notices = new ArrayList<>();
    String container;
    try (Target target = new TargetFinder(ENVIRONMENT, notices::add).find();
        Connection connection = target.connect()) {
      container = target.handoff().replaceFirst("^container:", "");
      assertThat(TestDatabase.strings(connection, "SELECT current_user || current_database()"))
          .containsExactly("gpadmindemo");
      assertThat(asFork(target.handoff())).containsExactly("gpadmin");

      String password = target.libpqEnvironment().get("PGPASSWORD");
      assertThat(password).hasSizeGreaterThan(20);
      assertThat(target.handoff()).doesNotContain(password);
      assertThat(target.description()).startsWith("container ").doesNotContain(password);
      assertThat(target.toString()).doesNotContain(password);
      assertThat(notices.toString()).contains(IMAGE).doesNotContain(password);
    }
    assertThat(known(container)).isFalse();
  }

  @Test
  @Timeout(120)
  void aWholeRunOnAContainerMeasuresAndLeavesNone() throws IOException, InterruptedException {
    Ended run =
        CommandLineRun.start(
                ENVIRONMENT,
                folder,
                ("insertSelect -f 1 -wi 0 -i 1 -p batchSize=10 -p indexes=false").split(" "))
            .end();

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("Target: container ");
    assertThat(known(run.out().replaceAll("(?s).*Target: container (\\w+) .*", "$1"))).isFalse();
  }

  @Test
  @Timeout(60)
  void anImageThatCannotBePulledIsToldInOneLineWithinAMinute() {
    TargetFinder finder =
        new TargetFinder(
            Map.of(
                "CLOUDBERRY_TARGET", "docker", "CLOUDBERRY_IMAGE", "registry.invalid/none:latest"),
            line -> {});

    assertThatThrownBy(finder::find)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot pull the image registry.invalid/none:latest")
        .hasMessageContaining("CLOUDBERRY_IMAGE")
        .hasMessageNotContaining("\n");
  }

  private static List<String> asFork(String handoff) throws SQLException {
    System.setProperty(TargetFinder.HANDOFF, handoff);
    try (Target target = TargetFinder.inFork();
        Connection connection = target.connect()) {
      return TestDatabase.strings(connection, "SELECT current_user");
    } finally {
      System.clearProperty(TargetFinder.HANDOFF);
    }
  }

  private static boolean known(String container) {
    try {
      DockerEngine.find().orElseThrow().client().inspectContainerCmd(container).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }
}
