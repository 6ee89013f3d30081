package storagebench.choose;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.openjdk.jmh.results.RunResult;
import storagebench.fixture.JmhForks;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.Rounds;

/**
 * Trials of tables of which each is half as large as the one before, and as fast. Times vary by two
 * percent, and are the same whenever a trial is measured.
 */
final class MadeUpTrials {
  private static final Map<String, Double> BYTES_PER_ROW =
      Map.of("HEAP", 200.0, "AO", 100.0, "AOCO", 50.0);

  private MadeUpTrials() {}

  static List<RunResult> results(Rounds.Trial trial) {
    String variant = variant(trial);
    double noise = new SplittableRandom(31L * variant.hashCode() + trial.round()).nextGaussian();
    return List.of(
        JmhForks.insert(trial.cell(), 100 * (1 + 0.02 * noise), BYTES_PER_ROW.get(variant)));
  }

  static FinishedTrial finished(Rounds.Trial trial, int position) {
    return new FinishedTrial(
        trial, position, Instant.EPOCH, Duration.ofMinutes(1), true, results(trial));
  }

  static String variant(Rounds.Trial trial) {
    return trial.cell().variant().orElseThrow().name();
  }
}
