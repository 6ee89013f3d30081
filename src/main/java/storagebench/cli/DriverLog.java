package storagebench.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What PostgreSQL's driver says; apart from {@link Main}, as starting the JDK's log takes long. */
final class DriverLog {
  /** Held here because the JDK forgets loggers that nobody holds. */
  private static final Logger LOGGER = Logger.getLogger("org.postgresql");

  private DriverLog() {}

  static void setLevel(Level level) {
    LOGGER.setLevel(level);
  }
}
