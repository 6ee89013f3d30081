package storagebench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import storagebench.Count;
import storagebench.compare.Outcome;
import storagebench.compare.match.FingerprintDifferences;
import storagebench.results.Difference;
import storagebench.results.Fingerprint;
import storagebench.results.WholeFile;
import storagebench.run.folder.RunFingerprint;
import storagebench.server.Preflight;
import storagebench.server.Segment;
import storagebench.server.Server;
import storagebench.server.StartedServer;
import storagebench.server.Target;
import storagebench.server.TargetFinder;
import storagebench.storage.CallDetailRecords;
import storagebench.storage.Variant;

/** Says which server was found, how, and what can be measured on it. */
@Command(
    name = "target",
    customSynopsis = HelpLayout.JAR + "target [OPTION]...",
    description =
        "Says which server was found, how, and which variants it can store. It is the first that is"
            + " there: the cluster in CLOUDBERRY_URL; a container, where a Docker engine answers;"
            + " embedded PostgreSQL, which has HEAP only. CLOUDBERRY_TARGET=url, docker or embedded"
            + " forces one.",
    exitCodeList = {"0:done", "2:wrong use or no server", "4:not comparable, with --like"},
    footer = {
      HelpLayout.JAR + "target",
      "the server that a run would measure, and what would spoil that",
      HelpLayout.JAR + "target --fingerprint server.json",
      "keeps what a run would record of the server and the client",
      HelpLayout.JAR + "target --like server.json --allow settings",
      "checks that nothing but settings has changed since"
    })
final class TargetCommand implements Callable<Integer> {
  private static final int NOT_COMPARABLE = Outcome.NOT_COMPARABLE.exitCode();

  @Spec private CommandSpec spec;

  @Option(
      names = "--fingerprint",
      paramLabel = "FILE",
      description = "store what a run would record of the server and the client")
  private Path fingerprint;

  @Option(
      names = "--like",
      paramLabel = "FILE",
      description = "end with 4 where compare would find this server unlike such a file or a run's")
  private Path like;

  @Option(
      names = "--allow",
      paramLabel = "FIELD",
      split = ",",
      description = "a field that may differ, as compare takes it; repeatable")
  private Set<String> allow = Set.of();

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
      Fingerprint found =
          RunFingerprint.of(List.of(), 0, target, server, new CallDetailRecords().facts());
      if (fingerprint != null) {
        WholeFile.write(fingerprint, found.json());
      }
      return like == null ? Main.OK : compared(found, err);
    }
  }

  private int compared(Fingerprint found, PrintWriter err) {
    List<Difference> unlike =
        FingerprintDifferences.ofServers(Fingerprint.read(like), found).stream()
            .filter(difference -> allow.stream().noneMatch(difference::isNamed))
            .toList();
    if (unlike.isEmpty()) {
      return Main.OK;
    }
    String named = unlike.stream().map(Difference::toString).collect(Collectors.joining("; "));
    err.println(
        "Error: not comparable with " + like + ": " + named + "; " + Difference.remedy(unlike));
    return NOT_COMPARABLE;
  }

  private static void print(PrintWriter out, Target target, Server server) {
    out.println("Target     " + target.description());
    out.println("Server     " + server.product());
    out.println("Version    " + server.version());
    target
        .started()
        .flatMap(StartedServer::image)
        .ifPresent(image -> out.println("Image      " + image.name() + ", " + image.digest()));
    segments(out, server);
    out.println("Variants");
    for (Variant variant : Variant.values()) {
      Optional<String> obstacle = variant.obstacle(server);
      out.printf(
          Locale.ROOT, "  %-15s %s%n", variant, obstacle.map(why -> "no: " + why).orElse("yes"));
    }
    List<String> warnings = Preflight.warnings(server, target.started());
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
