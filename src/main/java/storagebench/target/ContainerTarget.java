package storagebench.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.postgresql.PGProperty;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;
import storagebench.UserError;

/**
 * A Cloudberry cluster in a container, started for one run. The image's contract is that of the
 * default image: port 5432, user gpadmin, database demo, password in CLOUDBERRY_PASSWORD.
 *
 * <p>The password is made up for the run. A fork reads it from the engine, so that it stands in no
 * argument and no file; whoever may ask the engine may enter the container anyway.
 */
final class ContainerTarget {
  static final String KIND = "container";

  private static final String IMAGE = "CLOUDBERRY_IMAGE";
  private static final String DEFAULT_IMAGE = "woblerr/cloudberry:2.1.0-incubating";
  private static final String PASSWORD = "CLOUDBERRY_PASSWORD";
  private static final int PORT = 5432;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
  private static final long SHARED_MEMORY_BYTES = 1L << 30;

  /** A first start of the default image runs gpinitsystem, which takes minutes. */
  private static final Duration START_LIMIT = Duration.ofMinutes(10);

  private ContainerTarget() {}

  /** Whether a Docker engine can be used. */
  static boolean engineAnswers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  /** Starts a container of the image that CLOUDBERRY_IMAGE names and waits until it answers. */
  static Target start(Map<String, String> environment, Consumer<String> notices) {
    if (!engineAnswers()) {
      throw new UserError(
          "no Docker engine answers; start one, or name a cluster in " + UrlTarget.VARIABLE);
    }
    String image = environment.getOrDefault(IMAGE, DEFAULT_IMAGE);
    notices.accept("Starting a container of " + image + "; the first start takes minutes.");
    ImagePull.ensure(DockerClientFactory.instance().client(), image);
    String password = HexFormat.of().formatHex(randomBytes());
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withEnv(PASSWORD, password)
            .withEnv("CLOUDBERRY_DEPLOYMENT", "singlenode")
            .withSharedMemorySize(SHARED_MEMORY_BYTES)
            .withExposedPorts(PORT)
            .withCreateContainerCmdModifier(
                command -> command.getHostConfig().withPortBindings(publishedPort()))
            .waitingFor(new AnswersSelect(password))
            .withStartupTimeout(START_LIMIT);
    try {
      container.start();
    } catch (RuntimeException e) {
      container.stop();
      throw new UserError(
          "the container of " + image + " did not become ready: " + rootMessage(e), e);
    }
    return at(
        container.getHost(),
        container.getMappedPort(PORT),
        password,
        container.getContainerId(),
        container::stop);
  }

  /** The container that the parent of this process started. */
  static Target startedBefore(String containerId) {
    DockerClient client = DockerClientFactory.instance().client();
    InspectContainerResponse container = client.inspectContainerCmd(containerId).exec();
    String prefix = PASSWORD + "=";
    String password =
        Arrays.stream(container.getConfig().getEnv())
            .filter(variable -> variable.startsWith(prefix))
            .findFirst()
            .orElseThrow()
            .substring(prefix.length());
    String port =
        container
            .getNetworkSettings()
            .getPorts()
            .getBindings()
            .get(ExposedPort.tcp(PORT))[0]
            .getHostPortSpec();
    return at(
        DockerClientFactory.instance().dockerHostIpAddress(),
        Integer.parseInt(port),
        password,
        containerId,
        () -> {});
  }

  private static Target at(
      String host, int port, String password, String containerId, Runnable stop) {
    Properties login = new Properties();
    login.setProperty(PGProperty.USER.getName(), "gpadmin");
    login.setProperty(PGProperty.PASSWORD.getName(), password);
    return new Target(
        "container " + containerId.substring(0, 12) + " at " + host + ":" + port,
        "jdbc:postgresql://" + host + ":" + port + "/demo",
        login,
        KIND + ":" + containerId,
        stop);
  }

  /** Open to this machine only, unless the engine is on another. */
  private static PortBinding publishedPort() {
    String engine = DockerClientFactory.instance().dockerHostIpAddress();
    boolean here = LOOPBACK.contains(engine);
    return new PortBinding(
        here ? Ports.Binding.bindIp("127.0.0.1") : Ports.Binding.empty(), ExposedPort.tcp(PORT));
  }

  private static byte[] randomBytes() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** Ready when a session can be opened and answers; log lines differ between images. */
  private static final class AnswersSelect extends AbstractWaitStrategy {
    private final String password;

    AnswersSelect(String password) {
      this.password = password;
    }

    @Override
    protected void waitUntilReady() {
      long end = System.nanoTime() + startupTimeout.toNanos();
      Target target =
          at(
              waitStrategyTarget.getHost(),
              waitStrategyTarget.getMappedPort(PORT),
              password,
              waitStrategyTarget.getContainerId(),
              () -> {});
      while (!answers(target)) {
        if (!waitStrategyTarget.isRunning()) {
          throw new IllegalStateException("the container ended while starting");
        }
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "no answer within " + startupTimeout.toMinutes() + " minutes");
        }
        pause();
      }
    }

    private static boolean answers(Target target) {
      try (Connection connection = target.open(Map.of())) {
        return connection.isValid(10);
      } catch (SQLException e) {
        return false;
      }
    }

    private static void pause() {
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }
}
