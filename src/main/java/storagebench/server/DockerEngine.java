package storagebench.server;

import com.github.dockerjava.api.DockerClient;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.utility.TestcontainersConfiguration;
import storagebench.UserError;

/**
 * The Docker engine, as Testcontainers finds it: DOCKER_HOST, its own settings, the usual sockets.
 */
final class DockerEngine {
  private static final String USUAL = "unix:///var/run/docker.sock";
  private static final int PATIENCE_SECONDS = 10;

  /** What the engine says is JSON within the client's message. */
  private static final Pattern MESSAGE =
      Pattern.compile("\"message\" ?: ?\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Held here because the JDK forgets loggers that nobody holds. */
  private static final Logger CONTAINERS = Logger.getLogger("org.testcontainers");

  private DockerEngine() {}

  /** Whether one was named, so that another would not do. */
  static boolean isNamed() {
    return named().isPresent();
  }

  /** Whether one answers: the named one if there is such. */
  static boolean answers() {
    try {
      URI found = DockerClientFactory.instance().getTransportConfig().getDockerHost();
      return named().filter(name -> !URI.create(name).equals(found)).isEmpty();
    } catch (RuntimeException e) {
      return false;
    }
  }

  /**
   * Makes sure that one answers.
   *
   * @throws UserError with address and reason if not
   */
  static void require() {
    if (!answers()) {
      throw new UserError(
          "no Docker engine answers at "
              + silence()
              + "; start it, correct DOCKER_HOST, or name a cluster in "
              + UrlTarget.VARIABLE);
    }
  }

  /** A client for a fork: it starts no reaper and prints nothing among the run's lines. */
  static DockerClient inFork() {
    CONTAINERS.setLevel(Level.WARNING);
    return DockerClientProviderStrategy.getClientForConfig(
        DockerClientFactory.instance().getTransportConfig());
  }

  private static Optional<String> named() {
    return Optional.ofNullable(
        TestcontainersConfiguration.getInstance().getEnvVarOrUserProperty("docker.host", null));
  }

  /** Where one was asked for, and why it does not answer. */
  private static String silence() {
    String address = named().orElse(USUAL);
    try {
      CompletableFuture.runAsync(
              () ->
                  DockerClientProviderStrategy.getClientForConfig(
                          TransportConfig.builder().dockerHost(URI.create(address)).build())
                      .pingCmd()
                      .exec())
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return address + ": Testcontainers cannot use it, see its log with --verbose";
    } catch (TimeoutException e) {
      return address + ": no answer within " + PATIENCE_SECONDS + " s";
    } catch (InterruptedException | ExecutionException e) {
      return address + ": " + reason(e);
    }
  }

  /** What lies at the bottom of an exception of Docker's client or Testcontainers, in one line. */
  static String reason(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String text =
        deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    Matcher message = MESSAGE.matcher(text);
    return (message.find() ? message.group(1).replaceAll("\\\\(.)", "$1") : text)
        .strip()
        .replaceAll("\\s+", " ");
  }
}
