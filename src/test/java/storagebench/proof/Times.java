package storagebench.proof;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import storagebench.compare.match.Round;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.Sample;
import storagebench.results.Identity;

/**
 * Times of the batches of both sides, fork by fork.
 *
 * @param baseline milliseconds
 * @param candidate milliseconds
 * @param inTurns whether forks of the same number are pairs
 */
record Times(double[][] baseline, double[][] candidate, boolean inTurns) {
  private static final Identity CELL = new Identity("cell", "ss", new TreeMap<>(), 1, "ms/op");

  /** As the command compares them: by the total time of each fork. */
  Contrast contrast() {
    return contrast(Times::figure);
  }

  /** The logarithm of the mean of a fork's batches, which all have as many rows. */
  static double figure(double[] fork) {
    return Math.log(Arrays.stream(fork).average().orElseThrow());
  }

  /** Compared by another figure of each fork, on the log scale. */
  Contrast contrast(ToDoubleFunction<double[]> figure) {
    return new Contrast(
        CELL,
        Measure.SCORE,
        sample("baseline", baseline, figure),
        sample("candidate", candidate, figure));
  }

  /** Every batch of the baseline. */
  double[] pooledBaseline() {
    return Arrays.stream(baseline).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Every batch of the candidate. */
  double[] pooledCandidate() {
    return Arrays.stream(candidate).flatMapToDouble(Arrays::stream).toArray();
  }

  private Sample sample(String side, double[][] forks, ToDoubleFunction<double[]> figure) {
    SortedMap<Round, Double> logs = new TreeMap<>();
    for (int i = 0; i < forks.length; i++) {
      logs.put(new Round(inTurns ? "session" : side, i), figure.applyAsDouble(forks[i]));
    }
    return new Sample(logs);
  }
}
