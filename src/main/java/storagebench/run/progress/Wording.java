package storagebench.run.progress;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.PlannedCell;

/** How the trials of a kind of run are told to people. */
public interface Wording {
  /** The cell's name in a line of progress. */
  String name(PlannedCell cell);

  /** What a trial came to, in one phrase. */
  String figures(FinishedTrial trial);

  /** The results of each of those whose rows a second are shown while trials run, by name. */
  Map<String, List<RunResult>> contenders(FinishedTrial trial);
}
