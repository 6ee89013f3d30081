package storagebench.statistics;

import java.util.stream.IntStream;

/**
 * How two sides that took turns compare within one trial. Both saw the same machine in each pair,
 * so what disturbs one pair is in its ratio and in no other; the middle half of the pairs shrugs
 * off the few that a checkpoint or another process hit on one side only (duet benchmarking: Bulej
 * et al., "Duet benchmarking: improving measurement accuracy in the cloud", ICPE 2020). Why not
 * their median or mean: {@code results/proof/duel.md}.
 */
public final class PairedRatio {
  private PairedRatio() {}

  /**
   * The interquartile mean, over the pairs, of the natural logarithm of candidate / baseline.
   *
   * @param baseline positive values, one a pair
   * @param candidate as many, in the same order
   */
  public static double logOfMidmean(double[] baseline, double[] candidate) {
    return Midmean.of(
        IntStream.range(0, baseline.length)
            .mapToDouble(i -> Math.log(candidate[i] / baseline[i]))
            .toArray());
  }
}
