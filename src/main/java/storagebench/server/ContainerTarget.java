package storagebench.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.postgresql.PGProperty;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;
import storagebench.UserError;

/**
 * The server in a container that is started for one run.
 *
 * <p>The password is made up for the run. A fork reads it from the engine, so that it stands in no
 * argument and no file; whoever may ask the engine may enter the container anyway.
 */
final class ContainerTarget {
  static final String KIND = "container";

  private static final String IMAGE = "CLOUDBERRY_IMAGE";
  private static final String DEFAULT_IMAGE = "woblerr/cloudberry:2.1.0-incubating";

  /** A first start of the default image runs gpinitsystem, which takes minutes. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private ContainerTarget() {}

  /** The image that the environment names; empty if none. */
  static Optional<String> named(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(IMAGE)).filter(name -> !name.isBlank());
  }

  /** The image that the environment names, or the usual one. */
  static String image(Map<String, String> environment) {
    return named(environment).orElse(DEFAULT_IMAGE);
  }

  /**
   * Starts a container and waits until it is ready.
   *
   * @throws UserError if it cannot be had
   */
  static Target start(String image, Consumer<String> notices) {
    return start(image, LIMIT, notices);
  }

  static Target start(String image, Duration limit, Consumer<String> notices) {
    DockerImageName name = parse(image);
    DockerEngine.require();
    notices.accept("Starting a container of " + image + "; a cluster's first start takes minutes.");
    try (PullLog log = PullLog.to(notices)) {
      reach(log);
      pull(name, log);
    }
    return at(started(new CloudberryContainer(name, limit, notices), image));
  }

  private static DockerImageName parse(String image) {
    try {
      DockerImageName name = DockerImageName.parse(image);
      name.assertValid();
      return name;
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "'" + image + "' is not the name of an image; expected one such as " + DEFAULT_IMAGE, e);
    }
  }

  /** Lets Testcontainers find its way to the engine, and start its reaper. */
  private static void reach(PullLog log) {
    try {
      DockerClientFactory.instance().client();
    } catch (RuntimeException | LinkageError e) {
      throw new UserError(
          "cannot start Testcontainers' own container ("
              + log.image().orElse("its reaper, which removes what a killed run leaves")
              + "): "
              + log.reason(e)
              + "; make its image available, or do without: TESTCONTAINERS_RYUK_DISABLED=true, and"
              + " where this process is in a container TESTCONTAINERS_HOST_OVERRIDE, the engine's"
              + " address",
          e);
    }
  }

  private static void pull(DockerImageName name, PullLog log) {
    RemoteDockerImage image = new RemoteDockerImage(name);
    try {
      image.get();
    } catch (RuntimeException e) {
      throw new UserError(
          "cannot pull the image "
              + log.image().orElse(name.toString())
              + ": "
              + log.reason(e)
              + "; load it into the engine, name another in CLOUDBERRY_IMAGE, a cluster in "
              + UrlTarget.VARIABLE
              + ", or set CLOUDBERRY_TARGET=embedded",
          e);
    }
  }

  private static CloudberryContainer started(CloudberryContainer container, String image) {
    try {
      container.start();
      return container;
    } catch (RuntimeException e) {
      String what = container.failure();
      throw new UserError(
          "the container of "
              + image
              + " did not become ready: "
              + (what.isEmpty() || what.startsWith(";") ? DockerEngine.reason(e) : "")
              + what,
          e);
    }
  }

  private static Target at(CloudberryContainer container) {
    StartedServer started =
        new StartedServer(
            container.isHere(),
            DockerClientFactory.instance().getInfo().getNCPU(),
            Optional.of(container.image()),
            () ->
                container
                    .death()
                    .map(
                        what ->
                            "the container of "
                                + container.getDockerImageName()
                                + " is gone: "
                                + what),
            container::stop);
    return at(
        container.getContainerId(),
        container.address(),
        container.getPassword(),
        Optional.of(started));
  }

  /**
   * The container that the parent of this process started.
   *
   * @param rest of what was handed over: its id and its address
   */
  static Target startedBefore(String rest) {
    String[] parts = rest.split("@", 2);
    String prefix = CloudberryContainer.PASSWORD + "=";
    String password =
        Arrays.stream(
                DockerEngine.inFork().inspectContainerCmd(parts[0]).exec().getConfig().getEnv())
            .filter(variable -> variable.startsWith(prefix))
            .findFirst()
            .orElseThrow()
            .substring(prefix.length());
    return at(parts[0], parts[1], password, Optional.empty());
  }

  private static Target at(
      String id, String address, String password, Optional<StartedServer> started) {
    Properties login = new Properties();
    login.setProperty(PGProperty.USER.getName(), CloudberryContainer.USER);
    login.setProperty(PGProperty.PASSWORD.getName(), password);
    return new Target(
        "container " + id.substring(0, 12) + " at " + address,
        "jdbc:postgresql://" + address + "/demo",
        login,
        KIND + ":" + id + "@" + address,
        started);
  }
}
