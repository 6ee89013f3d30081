package storagebench.run;

import java.util.Collection;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import storagebench.results.ProfileFolder;
import storagebench.run.cell.Rounds;

/** Measures a trial; {@link TrialRunner} in earnest. */
@FunctionalInterface
public interface Measurement {
  /**
   * Runs one trial.
   *
   * @return one result for each JMH mode asked for
   * @throws RunnerException if the trial failed
   */
  Collection<RunResult> run(Rounds.Trial trial) throws RunnerException;

  /** Where profilers keep what they find in a trial; empty if they keep nothing. */
  default Optional<ProfileFolder> profile(Rounds.Trial trial) {
    return Optional.empty();
  }
}
