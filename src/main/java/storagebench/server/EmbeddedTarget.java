package storagebench.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.PGProperty;
import storagebench.UserError;

/** A PostgreSQL 14 of the suite's own, for machines without a cluster. It has HEAP only. */
final class EmbeddedTarget {
  static final String KIND = "embedded";

  private EmbeddedTarget() {}

  /** Starts the server. */
  static Target start() {
    try {
      // The library's defaults suit unit tests; a measured commit has to reach the disk.
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      return at(
          server.getPort(),
          Optional.of(
              new StartedServer(
                  true,
                  Runtime.getRuntime().availableProcessors(),
                  Optional.empty(),
                  Optional::empty,
                  () -> stop(server))));
    } catch (IOException | RuntimeException e) {
      throw new UserError(
          "cannot start the embedded PostgreSQL: "
              + e.getMessage()
              + "; name a cluster in "
              + UrlTarget.VARIABLE,
          e);
    }
  }

  /** The server that the parent of this process started. */
  static Target startedBefore(String port) {
    return at(Integer.parseInt(port), Optional.empty());
  }

  private static Target at(int port, Optional<StartedServer> started) {
    Properties login = new Properties();
    login.setProperty(PGProperty.USER.getName(), "postgres");
    return new Target(
        "embedded PostgreSQL at 127.0.0.1:" + port,
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        login,
        KIND + ":" + port,
        started);
  }

  private static void stop(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
