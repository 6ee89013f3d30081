package storagebench.run;

import java.nio.file.Path;
import java.util.List;

/**
 * How a run ended.
 *
 * @param folder where what was measured is kept
 * @param finished number of trials that count
 * @param failures a line for each trial that does not
 * @param resumeCommand the command by which what is not finished can be measured
 */
public record RunOutcome(Path folder, int finished, List<String> failures, String resumeCommand) {
  public RunOutcome {
    failures = List.copyOf(failures);
  }
}
