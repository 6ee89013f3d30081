package storagebench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import storagebench.run.folder.FailedTrial;
import storagebench.run.folder.KeptRun;
import storagebench.run.plan.PlannedCell;

/**
 * How a run ended.
 *
 * @param folder where what was measured is kept
 * @param finished number of trials that count
 * @param failures a line for each trial that failed, and was not finished since
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

  static RunOutcome of(KeptRun kept) {
    List<FailedTrial> failed = kept.failed();
    return new RunOutcome(
        kept.folder().path(),
        kept.finished().size(),
        failed.stream().map(FailedTrial::toString).toList(),
        failed.stream().map(trial -> trial.trial().cell()).collect(Collectors.toSet()),
        kept.resumeCommand());
  }
}
