package storagebench.proof;

import java.util.Arrays;
import java.util.SplittableRandom;
import storagebench.statistics.Quantiles;

/**
 * Forks drawn with replacement, then iterations of each (Kalibera and Jones, "Rigorous benchmarking
 * in reasonable time", ISMM 2013, section 9): the 95 % percentile interval of the ratio of
 * geometric means. Compared with the t-test, not used by the command.
 */
final class HierarchicalBootstrap {
  private static final int RESAMPLES = 500;

  private HierarchicalBootstrap() {}

  static boolean excludesOne(Times times) {
    SplittableRandom random = new SplittableRandom(Arrays.hashCode(times.pooledBaseline()));
    double[][] baseline = logs(times.baseline());
    double[][] candidate = logs(times.candidate());
    double[] differences = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      differences[i] = resampledMean(candidate, random) - resampledMean(baseline, random);
    }
    return Quantiles.of(differences, 0.025) > 0 || Quantiles.of(differences, 0.975) < 0;
  }

  private static double resampledMean(double[][] forks, SplittableRandom random) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < forks.length; i++) {
      double[] fork = forks[random.nextInt(forks.length)];
      for (int k = 0; k < fork.length; k++) {
        sum += fork[random.nextInt(fork.length)];
        count++;
      }
    }
    return sum / count;
  }

  private static double[][] logs(double[][] forks) {
    return Arrays.stream(forks)
        .map(fork -> Arrays.stream(fork).map(Math::log).toArray())
        .toArray(double[][]::new);
  }
}
