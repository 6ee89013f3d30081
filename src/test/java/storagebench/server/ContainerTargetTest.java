package storagebench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import storagebench.UserError;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.Docker;
import storagebench.fixture.NewContainers;
import storagebench.fixture.TestDatabase;

/** The container path, with local images that follow the default image's contract. */
@EnabledIfEnvironmentVariable(
    named = "STORAGEBENCH_TEST_IMAGE",
    matches = ".+",
    disabledReason =
        "needs a Docker engine and an image: build one with scripts/test-image and set"
            + " STORAGEBENCH_TEST_IMAGE=storagebench-test:latest and"
            + " TESTCONTAINERS_RYUK_DISABLED=true")
@Tag("slow")
class ContainerTargetTest {
  private static final String IMAGE = System.getenv("STORAGEBENCH_TEST_IMAGE");
  private static final String REGISTRY = "STORAGEBENCH_TEST_REGISTRY";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("CLOUDBERRY_TARGET", "docker", "CLOUDBERRY_IMAGE", String.valueOf(IMAGE));
  private static final String[] QUICK =
      "insertSelect -f 1 -wi 0 -i 1 -p batchSize=10 -p indexes=false".split(" ");

  @TempDir private Path folder;

  private final List<String> notices = new ArrayList<>();
  private final NewContainers containers = new NewContainers();

  ContainerTargetTest() throws IOException {}

  @AfterEach
  void noContainerIsLeft() throws IOException {
    assertThat(containers.ids()).isEmpty();
  }

  @Test
  @Timeout(120)
  void aContainerServesTheRunAndItsForksAndIsRemovedAtTheEnd() throws IOException, SQLException {
    try (Target target = new TargetFinder(ENVIRONMENT, notices::add).find();
        Connection connection = target.connect()) {
      assertThat(TestDatabase.strings(connection, "SELECT current_user || current_database()"))
          .containsExactly("gpadmindemo");
      assertThat(asFork(target.handoff())).containsExactly("gpadmin");

      String password = target.libpqEnvironment().get("PGPASSWORD");
      assertThat(password).hasSizeGreaterThan(20);
      assertThat(target.handoff()).doesNotContain(password);
      assertThat(target.description()).startsWith("container ").doesNotContain(password);
      assertThat(target.toString()).doesNotContain(password);
      assertThat(notices.toString()).contains(IMAGE).doesNotContain(password);

      StartedServer.Image image = target.started().flatMap(StartedServer::image).orElseThrow();
      assertThat(image.name()).isEqualTo(IMAGE);
      assertThat(image.digest()).startsWith("sha256:");
      String container = containers.ids().get(0);
      assertThat(Docker.say("port", container)).contains("127.0.0.1:").doesNotContain("0.0.0.0:");
    }
  }

  @Test
  @Timeout(120)
  void aFirstStartThatAnswersInUtilityModeAndStartsAnewIsWaitedFor() throws SQLException {
    try (Target target = ContainerTarget.start(tagged("utility"), notices::add);
        Connection connection = target.connect()) {
      assertThat(TestDatabase.strings(connection, "SHOW cluster_name")).containsExactly("");
    }
  }

  @Test
  @Timeout(60)
  void aContainerThatEndsAtOnceIsToldWithTheEndOfItsLog() {
    assertThatThrownBy(() -> ContainerTarget.start(tagged("fails"), notices::add))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it ended with exit code 3; its log ends: ")
        .hasMessageContaining("no license: this image ends with a message")
        .hasMessageNotContaining("\n");
  }

  @Test
  @Timeout(60)
  void aContainerThatNeverAnswersIsGivenUpWithTheEndOfItsLog() {
    assertThatThrownBy(
            () -> ContainerTarget.start(tagged("silent"), Duration.ofSeconds(3), notices::add))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it was not ready within 3 s: ")
        .hasMessageContaining("; its log ends: ")
        .hasMessageContaining("gpinitsystem: waiting for segments");
  }

  @Test
  @Timeout(180)
  void aWholeRunPullsALargeImageHoweverLongItTakesAndLeavesNoContainer()
      throws IOException, InterruptedException {
    String registry = System.getenv(REGISTRY);
    assumeTrue(registry != null, REGISTRY + " names no registry with storagebench-slow");
    String image = registry + "/storagebench-slow";
    Docker.say("image", "rm", "--force", image);

    Ended run =
        CommandLineRun.start(
                Map.of("CLOUDBERRY_IMAGE", image, "TESTCONTAINERS_PULL_TIMEOUT", "1"),
                folder,
                QUICK)
            .end();

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("Target: container ");
    assertThat(run.err())
        .contains("Pulling docker image: " + image + ":latest", "Pulling image layers: ")
        .contains("client and server share this machine");
    assertThat(fingerprint())
        .contains("\"image\"", "\"name\" : \"" + image + ":latest\"", "sha256:");
  }

  @Test
  @Timeout(60)
  void anImageThatCannotBePulledIsToldInOneLineWithinAMinute()
      throws IOException, InterruptedException {
    assertError(
        Map.of("CLOUDBERRY_IMAGE", "registry.invalid/none:1"),
        "cannot pull the image registry.invalid/none:1: ",
        "lookup registry.invalid",
        "CLOUDBERRY_IMAGE");
  }

  @Test
  @Timeout(60)
  void anotherRegistryInPlaceOfTheHubIsAsked() throws IOException, InterruptedException {
    assertError(
        Map.of("TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX", "mirror.invalid/"),
        "cannot pull the image mirror.invalid/woblerr/cloudberry:2.1.0-incubating: ");
  }

  @Test
  @Timeout(60)
  void aReaperWithoutAnImageIsToldInOneLineWithinAMinute()
      throws IOException, InterruptedException {
    assertError(
        Map.of(
            "TESTCONTAINERS_RYUK_DISABLED", "false",
            "TESTCONTAINERS_RYUK_CONTAINER_IMAGE", "registry.invalid/ryuk:1"),
        "ryuk",
        "TESTCONTAINERS_RYUK_DISABLED=true");
  }

  @Test
  void whatIsNoNameOfAnImageIsSaidToBeNone() throws IOException, InterruptedException {
    assertError(Map.of("CLOUDBERRY_IMAGE", "Bad Name!"), "'Bad Name!' is not the name of an image");
    assertThat(ContainerTarget.image(Map.of("CLOUDBERRY_IMAGE", " ")))
        .isEqualTo(ContainerTarget.image(Map.of()));
  }

  @Test
  void anEngineThatWasNamedAndDoesNotAnswerIsAnError() throws IOException, InterruptedException {
    Map<String, String> none = Map.of("DOCKER_HOST", "tcp://127.0.0.1:1");
    assertError(none, "no Docker engine answers at tcp://127.0.0.1:1: ", "refused");
  }

  private void assertError(Map<String, String> environment, String... expected)
      throws IOException, InterruptedException {
    Map<String, String> all =
        new HashMap<>(Map.of("CLOUDBERRY_TARGET", "docker", "TESTCONTAINERS_PULL_TIMEOUT", "1"));
    all.putAll(environment);
    Ended run = CommandLineRun.start(all, folder, QUICK).end();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines().filter(line -> line.startsWith("Error: ")))
        .singleElement()
        .asString()
        .contains(expected);
    assertThat(run.err()).doesNotContain("fault of the suite");
    assertThat(folder.resolve("results")).doesNotExist();
  }

  private static String tagged(String tag) {
    return IMAGE.replaceFirst(":.*", ":" + tag);
  }

  private String fingerprint() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return Files.readString(
          files.filter(file -> file.endsWith("fingerprint.json")).findFirst().orElseThrow());
    }
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
}
