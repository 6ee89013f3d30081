package storagebench.server;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import storagebench.UserError;

/**
 * Finds or starts the server under test: the URL in CLOUDBERRY_URL; else a container, where a
 * Docker engine answers; else embedded PostgreSQL. CLOUDBERRY_TARGET forces one of them.
 */
public final class TargetFinder {
  /** System property by which a fork learns of a server that its parent started. */
  public static final String HANDOFF = "storagebench.target";

  /** What the sessions that measure are called, to know them if they outlive their client. */
  public static final String FORK = "storage_bench trial";

  /** Environment variable that forces a kind of target: url, docker or embedded. */
  static final String FORCED = "CLOUDBERRY_TARGET";

  private static final String DOCKER = "docker";
  private static final Set<String> KINDS = Set.of(UrlTarget.KIND, DOCKER, EmbeddedTarget.KIND);

  private final Map<String, String> environment;
  private final Consumer<String> notices;

  /**
   * @param environment variables of the process
   * @param notices takes lines for the user about what is being started
   */
  public TargetFinder(Map<String, String> environment, Consumer<String> notices) {
    this.environment = environment;
    this.notices = notices;
  }

  /**
   * Finds or starts the server; the caller closes it.
   *
   * @throws UserError if a forced kind is unknown or cannot be had
   */
  public Target find() {
    return switch (wanted()) {
      case UrlTarget.KIND -> UrlTarget.of(environment);
      case DOCKER -> ContainerTarget.start(ContainerTarget.image(environment), notices);
      default -> embedded();
    };
  }

  /** The kind of the server: one that was named has to be there, and no other will do for it. */
  private String wanted() {
    String forced = environment.getOrDefault(FORCED, "");
    if (KINDS.contains(forced)) {
      return forced;
    }
    if (!forced.isEmpty()) {
      throw new UserError(FORCED + " is '" + forced + "'; expected url, docker or embedded");
    }
    if (!environment.getOrDefault(UrlTarget.VARIABLE, "").isBlank()) {
      return UrlTarget.KIND;
    }
    boolean named = ContainerTarget.named(environment).isPresent() || DockerEngine.isNamed();
    return named || DockerEngine.answers() ? DOCKER : EmbeddedTarget.KIND;
  }

  /**
   * The same server, or empty if that would be a container, which may take minutes to start; the
   * caller closes it.
   *
   * @throws UserError as of {@link #find()}
   */
  public Optional<Target> findWithoutContainer() {
    return wanted().equals(DOCKER) ? Optional.empty() : Optional.of(find());
  }

  /**
   * The same server, or empty if the suite would have to start it; the caller closes it.
   *
   * @throws UserError as of {@link #find()}
   */
  public Optional<Target> findRunning() {
    return wanted().equals(UrlTarget.KIND) ? Optional.of(find()) : Optional.empty();
  }

  /**
   * The server whose JDBC URL an environment variable holds; nothing is connected yet.
   *
   * @throws UserError if the variable does not hold one
   */
  public Target at(String variable) {
    return UrlTarget.of(environment, variable);
  }

  /**
   * Starts a container of that image; the caller closes it.
   *
   * @throws UserError if it cannot be had
   */
  public Target containerOf(String image) {
    return ContainerTarget.start(image, notices);
  }

  /** What the parent of this process handed over; empty if nothing, or there is no parent. */
  public static String handoffInFork() {
    return System.getProperty(HANDOFF, "");
  }

  /** The server of this process's parent; in a process that has none, that of CLOUDBERRY_URL. */
  public static Target inFork() {
    return inFork(handoffInFork());
  }

  /**
   * The server that a fork's parent found.
   *
   * @param handoff {@link Target#handoff()} of the parent's
   */
  public static Target inFork(String handoff) {
    return handedOver(handoff).named(FORK);
  }

  private static Target handedOver(String handoff) {
    int colon = handoff.indexOf(':');
    if (colon < 0) {
      return UrlTarget.of(System.getenv());
    }
    String kind = handoff.substring(0, colon);
    String rest = handoff.substring(colon + 1);
    return switch (kind) {
      case UrlTarget.KIND -> UrlTarget.of(System.getenv(), rest);
      case EmbeddedTarget.KIND -> EmbeddedTarget.startedBefore(rest);
      default -> ContainerTarget.startedBefore(rest);
    };
  }

  /** The server of this process, if it is known without starting one. */
  public static Optional<Target> known() {
    boolean named = !System.getenv().getOrDefault(UrlTarget.VARIABLE, "").isBlank();
    return named || !System.getProperty(HANDOFF, "").isEmpty()
        ? Optional.of(inFork())
        : Optional.empty();
  }

  private Target embedded() {
    notices.accept(
        "Embedded PostgreSQL: only HEAP can be measured here; name a cluster in "
            + UrlTarget.VARIABLE
            + " to measure the others.");
    return EmbeddedTarget.start();
  }
}
