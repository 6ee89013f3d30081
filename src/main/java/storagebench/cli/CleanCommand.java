package storagebench.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import storagebench.server.Target;
import storagebench.server.TargetFinder;
import storagebench.storage.BenchSchema;

/** Drops what earlier runs left behind. */
@Command(
    name = "clean",
    customSynopsis = HelpLayout.JAR + "clean",
    description =
        "Drops the schema storage_bench and all in it that the suite made. A schema of this name"
            + " that is not the suite's own is refused, and nothing else is touched.",
    exitCodeList = {"0:done", "2:no server, or something could not be dropped"},
    footer = {
      HelpLayout.JAR + "clean",
      "on the server in CLOUDBERRY_URL",
      "CLOUDBERRY_URL=jdbc:postgresql://cdw/bench " + HelpLayout.JAR + "clean",
      "on another one",
      HelpLayout.JAR + "clean --verbose",
      "shows where an error comes from"
    })
final class CleanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<Target> running = new TargetFinder(System.getenv(), err::println).findRunning();
    if (running.isEmpty()) {
      out.println(
          "nothing to drop: without CLOUDBERRY_URL the server is one that the suite starts for a run"
              + " and that ends with it");
      return Main.OK;
    }
    try (Target target = running.get();
        Connection connection = target.connect()) {
      BenchSchema schema = new BenchSchema(connection);
      schema.lock();
      List<String> dropped = schema.clean();
      dropped.forEach(name -> out.println("dropped " + name));
      out.println(dropped.isEmpty() ? "nothing to drop" : dropped.size() + " dropped");
    }
    return Main.OK;
  }
}
