package storagebench.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import storagebench.results.Projection;
import storagebench.results.Where;

/** Which cells are shown and how they are laid out: the options of every table. */
final class CellOptions {
  private final OptionSpec where =
      OptionSpec.builder("--where")
          .type(String[].class)
          .initialValue(new String[0])
          .paramLabel("KEY=VALUE,...")
          .description("only such cells; != for all others; repeatable")
          .build();

  private final OptionSpec by =
      OptionSpec.builder("--by")
          .type(String.class)
          .paramLabel("KEY,.../KEY,...")
          .description("what tells rows apart, and after / what becomes columns")
          .build();

  /** The options, to be mixed into a command. */
  CommandSpec spec() {
    return CommandSpec.create().addOption(where).addOption(by);
  }

  /** The conditions that a cell has to meet. */
  List<Where> where() {
    return Arrays.stream(where.<String[]>getValue()).map(Where::parse).toList();
  }

  /** What tells rows apart; empty for every key. */
  Optional<Projection> by() {
    return Optional.ofNullable(by.<String>getValue()).map(Projection::parse);
  }
}
