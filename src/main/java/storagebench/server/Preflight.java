package storagebench.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import storagebench.Count;
import storagebench.UserError;

/** What stands in the way of a measurement, and what would spoil it. */
public final class Preflight {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private static final Set<String> KEEP_DATA =
      Set.of("fsync", "full_page_writes", "synchronous_commit");

  private Preflight() {}

  /**
   * Makes sure that the server takes writes and that every segment answers.
   *
   * @throws UserError if not
   */
  public static void check(Server server, Connection connection) {
    if (server.recovering()) {
      throw new UserError(
          "the server is in recovery and takes no writes; name a primary in CLOUDBERRY_URL, or"
              + " wait until it is ready");
    }
    if (server.readOnly()) {
      throw new UserError(
          "the server or the user is set to read-only transactions (default_transaction_read_only);"
              + " turn that off");
    }
    if (!server.cluster()) {
      return;
    }
    for (Segment primary : server.primaries()) {
      if (!primary.up()) {
        throw new UserError(name(primary) + " is down; recover the cluster (gprecoverseg)");
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(SqlScript.named("server/segments_answer").statement(Map.of()));
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("reach every segment of the cluster", e);
    }
  }

  /**
   * What would spoil a measurement, a line each; empty if nothing is known of.
   *
   * @param started what is known of a server that the suite started
   */
  public static List<String> warnings(Server server, Optional<StartedServer> started) {
    List<String> warnings = new ArrayList<>();
    if (server.assertions()) {
      warnings.add("debug build: assertions are enabled, so no figure tells about a release build");
    }
    server
        .settings()
        .forEach(
            (name, value) -> {
              boolean keepsData = KEEP_DATA.contains(name.replaceFirst("\\.segment.*", ""));
              if (keepsData && value.equals("off")) {
                warnings.add(
                    name + " is off: commits are cheaper than on a server that keeps its data");
              }
            });
    server.mirrors().stream()
        .filter(mirror -> !mirror.up())
        .forEach(mirror -> warnings.add(name(mirror) + " is down: commits wait for one copy less"));
    warnings.addAll(machines(server, started));
    if (server.activeSessions() > 0) {
      warnings.add(Count.of(server.activeSessions(), "other session") + " active on the server");
    }
    return warnings;
  }

  /** What shares a machine with what. */
  private static List<String> machines(Server server, Optional<StartedServer> started) {
    List<String> warnings = new ArrayList<>();
    int cpus = Runtime.getRuntime().availableProcessors();
    if (server.sharesMachine() || started.filter(StartedServer::here).isPresent()) {
      warnings.add(
          "client and server share this machine and its "
              + Count.of(cpus, "CPU")
              + ": what the client does takes time from the server");
    }
    int shared = started.map(StartedServer::cpus).orElse(cpus);
    long here =
        server.primaries().stream()
            .filter(s -> started.isPresent() || LOOPBACK.contains(s.host()))
            .count();
    if (here > shared) {
      warnings.add(
          here
              + " segments share the "
              + Count.of(shared, "CPU")
              + (started.filter(own -> !own.here()).isPresent()
                  ? " of the engine's machine"
                  : " of this machine"));
    }
    return warnings;
  }

  private static String name(Segment segment) {
    return "the "
        + (segment.role() == Segment.Role.PRIMARY ? "primary" : "mirror")
        + " of segment "
        + segment.content()
        + " at "
        + segment.host()
        + ":"
        + segment.port();
  }
}
