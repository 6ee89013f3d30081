package storagebench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import storagebench.run.plan.PlannedCell;

/**
 * How a run ended.
 *
 * @param folder where what was measured is kept
 * @param finished number of trials that count
 * @param failures a line for each trial that does not
 * @param failed their cells
 * @param resumeCommand the command by which what is not finished can be measured
 */
public record RunOutcome(
    Path folder,
    int finished,
    List<String> failures,
    Set<PlannedCell> failed,
    String resumeCommand) {
  public RunOutcome {
    failed = Set.copyOf(failed);
    failures = List.copyOf(failures);
  }
}
