package storagebench.cli;

import java.util.logging.LogManager;

/**
 * What libraries say of their own work, which is for their developers; apart from {@link Main}, as
 * starting the JDK's log takes long.
 */
final class LibraryLog {
  private LibraryLog() {}

  /** Takes away what would print it; who wants to read it can still do so. */
  static void quiet() {
    LogManager.getLogManager().reset();
  }
}
