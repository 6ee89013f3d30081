package storagebench.server;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Testcontainers and Docker's client log of a pull. It is the only place where they say how
 * far a pull is and, of one that was tried again until its time was over, why.
 */
final class PullLog extends Handler implements AutoCloseable {
  /** Held here because the JDK forgets loggers that nobody holds. */
  private static final Logger CONTAINERS = Logger.getLogger("tc");

  private static final Logger CLIENT = Logger.getLogger("com.github.dockerjava");
  private static final Pattern PULL = Pattern.compile("Pulling docker image: (\\S+)\\. .*");
  private static final Pattern PROGRESS =
      Pattern.compile(
          "Pulling |Pull complete|Retrying pull|Docker image pull has not made progress");

  private final Consumer<String> notices;
  private String image = "";
  private String reason = "";

  private PullLog(Consumer<String> notices) {
    this.notices = notices;
  }

  /** Passes the progress on until it is closed. */
  static PullLog to(Consumer<String> notices) {
    PullLog log = new PullLog(notices);
    CONTAINERS.setLevel(Level.INFO);
    CONTAINERS.addHandler(log);
    CLIENT.addHandler(log);
    return log;
  }

  /** The image that was pulled last. */
  Optional<String> image() {
    return Optional.of(image).filter(name -> !name.isEmpty());
  }

  /** Why it failed, from what was logged, else from what was thrown. */
  String reason(Throwable thrown) {
    return reason.isEmpty() ? DockerEngine.reason(thrown) : reason;
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    String text = String.valueOf(entry.getMessage());
    Matcher pull = PULL.matcher(text);
    if (pull.matches()) {
      image = pull.group(1);
    }
    if (entry.getLoggerName().startsWith(CLIENT.getName())) {
      Optional.ofNullable(entry.getThrown())
          .ifPresent(thrown -> reason = DockerEngine.reason(thrown));
    } else if (text.contains("has not made progress")) {
      reason = text;
    }
    if (PROGRESS.matcher(text).lookingAt()) {
      notices.accept(text);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    CONTAINERS.removeHandler(this);
    CLIENT.removeHandler(this);
  }
}
