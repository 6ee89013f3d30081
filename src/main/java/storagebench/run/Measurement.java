package storagebench.run;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

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
}
