package storagebench.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The commands of the jar, beside JMH's own command line. */
final class Commands {
  /** In the order of the help. */
  static final List<String> NAMES =
      List.of("target", "report", "compare", "duel", "stream", "calibrate", "clean");

  private Commands() {}

  /** Made only when asked for: reading the options of a command is most of its start. */
  static Optional<CommandLine> named(String word) {
    // Picocli would search the whole jar for Groovy.
    System.setProperty("picocli.disable.closures", "true");
    Object command =
        switch (word) {
          case "target" -> new TargetCommand();
          case "report" -> new ReportCommand().spec();
          case "compare" -> new CompareCommand().spec();
          case "calibrate" -> new CalibrateCommand();
          case "duel" -> new DuelCommand();
          case "stream" -> new StreamCommand();
          case "clean" -> new CleanCommand();
          default -> null;
        };
    return Optional.ofNullable(command)
        .map(CommandLine::new)
        .map(line -> line.setCommandName("benchmarks.jar " + word));
  }
}
