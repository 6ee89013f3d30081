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

  /** The command of that name, ready to parse its words; empty if there is none. */
  static Optional<CommandLine> named(String word) {
    Object command =
        switch (word) {
          case "target" -> new TargetCommand();
          case "report" -> new ReportCommand();
          case "compare" -> new CompareCommand();
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
