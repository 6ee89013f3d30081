package storagebench.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.postgresql.PGProperty;
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
  private static final ExposedPort PORT = ExposedPort.tcp(5432);
  private static final long SHARED_MEMORY_BYTES = 1L << 30;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

  /** Label of the suite's containers: the process that started it. */
  private static final String OWNER = "storagebench.process";

  private ContainerTarget() {}

  /** The image that the environment names, or the usual one. */
  static String image(Map<String, String> environment) {
    return environment.getOrDefault(IMAGE, DEFAULT_IMAGE);
  }

  /** Starts a container and waits until it answers. */
  static Target start(DockerEngine engine, String image, Consumer<String> notices) {
    notices.accept("Starting a container of " + image + "; a cluster's first start takes minutes.");
    ImagePull.ensure(engine.client(), image);
    removeOrphans(engine.client());
    String id = create(engine, image);
    Thread interrupted = new Thread(() -> remove(engine.client(), id), "remove-container");
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      engine.client().startContainerCmd(id).exec();
      Target target = at(engine, id, () -> remove(engine.client(), id));
      new Readiness(target, () -> running(engine.client(), id)).await();
      return target;
    } catch (RuntimeException e) {
      remove(engine.client(), id);
      throw new UserError(
          "the container of " + image + " did not become ready: " + e.getMessage(), e);
    } finally {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
  }

  /** The container that the parent of this process started. */
  static Target startedBefore(DockerEngine engine, String containerId) {
    return at(engine, containerId, () -> {});
  }

  private static String create(DockerEngine engine, String image) {
    try {
      return engine
          .client()
          .createContainerCmd(image)
          .withEnv(PASSWORD + "=" + randomPassword(), "CLOUDBERRY_DEPLOYMENT=singlenode")
          .withLabels(Map.of(OWNER, Long.toString(ProcessHandle.current().pid())))
          .withExposedPorts(PORT)
          .withHostConfig(
              HostConfig.newHostConfig()
                  .withShmSize(SHARED_MEMORY_BYTES)
                  .withPortBindings(new PortBinding(binding(engine), PORT)))
          .exec()
          .getId();
    } catch (DockerException e) {
      throw new UserError("cannot create a container of " + image + ": " + e.getMessage(), e);
    }
  }

  /** Open to this machine only, unless the engine is on another. */
  private static Ports.Binding binding(DockerEngine engine) {
    return LOOPBACK.contains(engine.host())
        ? Ports.Binding.bindIp("127.0.0.1")
        : Ports.Binding.empty();
  }

  private static Target at(DockerEngine engine, String id, Runnable stop) {
    InspectContainerResponse container = engine.client().inspectContainerCmd(id).exec();
    Ports.Binding[] published = container.getNetworkSettings().getPorts().getBindings().get(PORT);
    if (published == null) {
      throw new IllegalStateException("it ended at once; 'docker logs' of the image says why");
    }
    Properties login = new Properties();
    login.setProperty(PGProperty.USER.getName(), "gpadmin");
    login.setProperty(PGProperty.PASSWORD.getName(), password(container));
    String address = engine.host() + ":" + published[0].getHostPortSpec();
    return new Target(
        "container " + id.substring(0, 12) + " at " + address,
        "jdbc:postgresql://" + address + "/demo",
        login,
        KIND + ":" + id,
        stop);
  }

  private static String password(InspectContainerResponse container) {
    String prefix = PASSWORD + "=";
    return Arrays.stream(container.getConfig().getEnv())
        .filter(variable -> variable.startsWith(prefix))
        .findFirst()
        .orElseThrow()
        .substring(prefix.length());
  }

  private static String randomPassword() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static boolean running(DockerClient client, String id) {
    return Boolean.TRUE.equals(client.inspectContainerCmd(id).exec().getState().getRunning());
  }

  /** A killed run removes nothing; its containers are known by a process that is no more. */
  private static void removeOrphans(DockerClient client) {
    List<Container> ours =
        client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(OWNER)).exec();
    for (Container container : ours) {
      long owner = Long.parseLong(container.getLabels().get(OWNER));
      if (ProcessHandle.of(owner).isEmpty()) {
        remove(client, container.getId());
      }
    }
  }

  private static void remove(DockerClient client, String id) {
    try {
      client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException e) {
      // Gone already, which is what was wanted.
    }
  }
}
