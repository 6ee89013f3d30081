package storagebench.duel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import storagebench.compare.Comparison;

/**
 * How a duel ended.
 *
 * @param folder where it is kept
 * @param comparison what it tells; empty if no trial counts
 * @param comparisonFolder where the comparison is to be kept
 * @param failures a line for each trial that does not count
 * @param resumeCommand the command by which what is not finished can be measured
 */
public record DuelOutcome(
    Path folder,
    Optional<Comparison> comparison,
    Path comparisonFolder,
    List<String> failures,
    String resumeCommand) {
  public DuelOutcome {
    failures = List.copyOf(failures);
  }
}
