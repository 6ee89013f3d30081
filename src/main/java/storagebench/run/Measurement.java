package storagebench.run;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import storagebench.results.ProfileFolder;
import storagebench.run.plan.Rounds;

/** Measures a trial; {@link TrialRunner} in earnest. */
@FunctionalInterface
public interface Measurement {
  /**
   * Runs one trial.
   *
   * @param batches hears of its batches, from another thread
   * @return one result for each JMH mode asked for
   * @throws RunnerException if the trial failed
   */
  Collection<RunResult> run(Rounds.Trial trial, Batches batches) throws RunnerException;

  /** Hears of the batches of a trial. */
  @FunctionalInterface
  interface Batches {
    /**
     * One has ended.
     *
     * @param done how many have, those that warm up included
     * @param total how many the trial will have
     */
    void ended(int done, int total);
  }

  /** Where profilers keep what they find in a trial; none if they keep nothing. */
  default List<ProfileFolder> profiles(Rounds.Trial trial) {
    return List.of();
  }
}
