package storagebench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import storagebench.results.Projection;
import storagebench.results.Where;

/** Which cells are shown and how they are laid out: the options of every table. */
final class CellOptions {
  @Option(
      names = "--where",
      paramLabel = "KEY=VALUE,...",
      description = "only such cells; != for all others; repeatable")
  private List<String> where = new ArrayList<>();

  @Option(
      names = "--by",
      paramLabel = "KEY,.../KEY,...",
      description = "what tells rows apart, and after / what becomes columns")
  private String by;

  /** The conditions that a cell has to meet. */
  List<Where> where() {
    return where.stream().map(Where::parse).toList();
  }

  /** What tells rows apart; empty for every key. */
  Optional<Projection> by() {
    return Optional.ofNullable(by).map(Projection::parse);
  }
}
