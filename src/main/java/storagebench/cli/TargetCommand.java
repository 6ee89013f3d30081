package storagebench.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import storagebench.Count;
import storagebench.run.server.Preflight;
import storagebench.storage.Variant;
import storagebench.target.Segment;
import storagebench.target.Server;
import storagebench.target.Target;
import storagebench.target.TargetFinder;

/** Says which server was found, how, and what can be measured on it. */
@Command(
    name = "target",
    mixinStandardHelpOptions = true,
    description = "Says which server was found, how, and which variants it can store.")
final class TargetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (Target target = new TargetFinder(System.getenv(), err::println).find();
        Connection connection = target.connect()) {
      Server server = Server.read(connection);
      print(out, target, server);
      out.flush();
      Preflight.check(server, connection);
    }
    return Main.OK;
  }

  private static void print(PrintWriter out, Target target, Server server) {
    out.println("Target     " + target.description());
    out.println("Server     " + server.product());
    out.println("Version    " + server.version());
    segments(out, server);
    out.println("Variants");
    for (Variant variant : Variant.values()) {
      Optional<String> obstacle = variant.obstacle(server);
      out.printf(
          Locale.ROOT, "  %-15s %s%n", variant, obstacle.map(why -> "no: " + why).orElse("yes"));
    }
    List<String> warnings = Preflight.warnings(server);
    out.println("Warnings   " + (warnings.isEmpty() ? "none" : warnings.size()));
    warnings.forEach(warning -> out.println("  " + warning));
  }

  private static void segments(PrintWriter out, Server server) {
    if (!server.cluster()) {
      out.println("Segments   none: not a cluster");
      return;
    }
    out.printf(
        Locale.ROOT,
        "Segments   %s, %s%n",
        Count.of(server.primaries().size(), "primary"),
        Count.of(server.mirrors().size(), "mirror"));
    for (Segment segment : server.segments()) {
      out.printf(
          Locale.ROOT,
          "  %-12s %-8s %-5s %s:%d%n",
          segment.coordinator() ? "coordinator" : "segment " + segment.content(),
          segment.role().name().toLowerCase(Locale.ROOT),
          segment.up() ? "up" : "DOWN",
          segment.host(),
          segment.port());
    }
  }
}
