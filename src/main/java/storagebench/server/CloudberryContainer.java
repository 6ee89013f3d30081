package storagebench.server;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A Cloudberry cluster in a container, by the contract of the default image: port 5432, user
 * gpadmin, database demo, password in CLOUDBERRY_PASSWORD.
 *
 * <p>It is ready when its coordinator has been the same process for {@link #LOOKS} looks a second
 * apart, and dispatches to every segment. On a first start gpinitsystem and gpstart let a
 * coordinator in utility mode answer before that, which knows no distribution and is soon ended.
 */
final class CloudberryContainer extends JdbcDatabaseContainer<CloudberryContainer> {
  static final ExposedPort PORT = ExposedPort.tcp(5432);
  static final String USER = "gpadmin";
  static final String PASSWORD = "CLOUDBERRY_PASSWORD";

  private static final long SHARED_MEMORY_BYTES = 1L << 30;
  private static final int LOOKS = 15;
  private static final long SECOND_MILLIS = 1000;
  private static final int SECONDS_BETWEEN_NOTICES = 30;
  private static final int LAST_LINES = 3;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

  /** A server that takes the connection and then says nothing must not be waited for. */
  private static final Map<PGProperty, String> IMPATIENT =
      Map.of(PGProperty.LOGIN_TIMEOUT, "10", PGProperty.SOCKET_TIMEOUT, "30");

  private final String password = randomPassword();
  private final Duration limit;
  private final Consumer<String> notices;
  private String failure = "";

  /** Why the last session was refused; empty if none was. */
  private String refusal = "";

  /**
   * @param limit how long it may take to become ready
   * @param notices takes a line now and then while it starts
   */
  CloudberryContainer(DockerImageName image, Duration limit, Consumer<String> notices) {
    super(image);
    this.limit = limit;
    this.notices = notices;
    withExposedPorts(PORT.getPort());
    withEnv(Map.of(PASSWORD, password, "CLOUDBERRY_DEPLOYMENT", "singlenode"));
    withSharedMemorySize(SHARED_MEMORY_BYTES);
    withConnectTimeoutSeconds(1);
    withCreateContainerCmdModifier(
        command -> {
          if (isHere()) {
            command
                .getHostConfig()
                .withPortBindings(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), PORT));
          }
        });
  }

  /** Whether the engine is on this machine; its port is then open to this machine only. */
  boolean isHere() {
    return LOOPBACK.contains(getHost());
  }

  @Override
  public String getDriverClassName() {
    return Driver.class.getName();
  }

  @Override
  public String getJdbcUrl() {
    return "jdbc:postgresql://" + address() + "/demo";
  }

  /** Host and port of the coordinator. */
  String address() {
    return getHost() + ":" + getMappedPort(PORT.getPort());
  }

  @Override
  public String getUsername() {
    return USER;
  }

  @Override
  public String getPassword() {
    return password;
  }

  @Override
  protected String getTestQueryString() {
    return SqlScript.named("server/started").statement(Map.of());
  }

  @Override
  protected void waitUntilContainerStarted() {
    long begun = System.nanoTime();
    String started = "";
    for (int second = 1, looks = 0; looks < LOOKS; second++) {
      end()
          .ifPresent(
              what -> {
                throw new IllegalStateException(what);
              });
      if (System.nanoTime() - begun > limit.toNanos()) {
        throw new IllegalStateException(
            "it was not ready within " + limit.toSeconds() + " s" + refusal);
      }
      if (second % SECONDS_BETWEEN_NOTICES == 0) {
        notices.accept("Still starting" + refusal + lastLines(1));
      }
      String now = dispatchingSince();
      looks = now.isEmpty() ? 0 : now.equals(started) ? looks + 1 : 1;
      started = now;
      pause();
    }
  }

  /** The start of its coordinator; empty if it does not answer or does not dispatch. */
  private String dispatchingSince() {
    Properties impatient = new Properties();
    IMPATIENT.forEach((property, value) -> impatient.setProperty(property.getName(), value));
    try (Connection connection = createConnection("", impatient);
        Statement statement = connection.createStatement()) {
      if (Server.isCluster(statement)) {
        statement.execute(SqlScript.named("server/segments_answer").statement(Map.of()));
      }
      try (ResultSet row = statement.executeQuery(getTestQueryString())) {
        refusal = "";
        return row.next() ? row.getString(1) : "";
      }
    } catch (SQLException e) {
      refusal = ": " + DockerEngine.reason(e);
      return "";
    }
  }

  /** Keeps what is told of a failed start, as the container is removed with its log. */
  @Override
  protected void containerIsStopping(InspectContainerResponse containerInfo) {
    failure = end().orElse("") + lastLines(LAST_LINES);
  }

  /** What became of it in a failed start, with the end of its log; empty if there was none. */
  String failure() {
    return failure;
  }

  /** What became of it, with the end of its log; empty while it runs or once it is stopped. */
  Optional<String> death() {
    return end().map(what -> what + lastLines(LAST_LINES));
  }

  private Optional<String> end() {
    try {
      if (getContainerId() == null) {
        return Optional.empty();
      }
      ContainerState state = getCurrentContainerInfo().getState();
      return Boolean.TRUE.equals(state.getRunning())
          ? Optional.empty()
          : Optional.of(
              "it ended with exit code "
                  + state.getExitCodeLong()
                  + (Boolean.TRUE.equals(state.getOOMKilled()) ? ", out of memory" : ""));
    } catch (NotFoundException e) {
      return Optional.of("it was removed");
    } catch (RuntimeException e) {
      return Optional.of("the Docker engine does not answer: " + DockerEngine.reason(e));
    }
  }

  private String lastLines(int most) {
    try {
      List<String> lines = getLogs().replace(password, "***").lines().map(String::strip).toList();
      List<String> said = lines.stream().filter(line -> !line.isEmpty()).toList();
      List<String> last = said.subList(Math.max(0, said.size() - most), said.size());
      return last.isEmpty() ? "; its log is empty" : "; its log ends: " + String.join(" | ", last);
    } catch (RuntimeException e) {
      return "";
    }
  }

  /** What it was made from. */
  StartedServer.Image image() {
    InspectImageResponse image =
        getDockerClient().inspectImageCmd(getContainerInfo().getImageId()).exec();
    String name = getDockerImageName();
    List<String> digests = Optional.ofNullable(image.getRepoDigests()).orElse(List.of());
    String digest =
        digests.stream().findFirst().map(d -> d.replaceFirst(".*@", "")).orElse(image.getId());
    return new StartedServer.Image(name, digest);
  }

  private static String randomPassword() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void pause() {
    try {
      Thread.sleep(SECOND_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
