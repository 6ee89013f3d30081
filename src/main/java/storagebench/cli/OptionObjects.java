package storagebench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Commands whose options are objects, by picocli's programmatic interface, and not annotated
 * fields. To read annotations a JVM writes and loads a proxy class for each kind of them: a tenth
 * of the time of a command that only reads files.
 */
final class OptionObjects {
  private OptionObjects() {}

  /** The command with no option yet but those for its help and version. */
  static CommandSpec of(Callable<Integer> command, String... description) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
    spec.usageMessage().description(description);
    return spec.addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
  }
}
