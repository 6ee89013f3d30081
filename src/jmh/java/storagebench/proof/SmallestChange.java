package storagebench.proof;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Judge;
import storagebench.statistics.LogDifference;
import storagebench.statistics.Quantiles;

/**
 * The smallest change that comparisons of identical builds would print, and how often it is seen.
 *
 * @param median of the changes, as a share
 * @param powerAtPrinted how often a slowdown is seen that is as large as the same comparison prints
 * @param powerAtOthers how often a slowdown is seen in new measurements that is as large as each
 *     comparison prints
 * @param powerAtMedian how often a slowdown of the median is seen in new measurements
 */
record SmallestChange(
    double median, double powerAtPrinted, double powerAtOthers, double powerAtMedian) {
  static SmallestChange of(Setting setting, double margin) {
    Judge judge = new Judge(measure -> margin, Decision.ALPHA);
    SplittableRandom random = Rates.random(setting.slowerBy(margin));
    double[] printed = new double[Rates.COMPARISONS];
    int seen = 0;
    int seenInOthers = 0;
    for (int i = 0; i < printed.length; i++) {
      Times times = setting.draw(random);
      LogDifference difference =
          LogDifference.unpaired(logs(times.baseline()), logs(times.candidate()));
      printed[i] = difference.smallestRatio(Decision.ALPHA, Judge.POWER, Math.log1p(margin)) - 1;
      Times others = setting.slowerBy(printed[i]).draw(random);
      seenInOthers += sees(judge, others.contrast()) ? 1 : 0;
      seen += sees(judge, slowed(times, printed[i]).contrast()) ? 1 : 0;
    }
    double median = Quantiles.median(printed);
    return new SmallestChange(
        median,
        seen / (double) printed.length,
        seenInOthers / (double) printed.length,
        Rates.of(setting.slowerBy(median), times -> sees(judge, times.contrast())));
  }

  private static boolean sees(Judge judge, Contrast contrast) {
    return Decision.isChange(judge.judge(List.of(contrast)).get(0).verdict());
  }

  private static double[] logs(double[][] forks) {
    return Arrays.stream(forks)
        .mapToDouble(fork -> Arrays.stream(fork).map(Math::log).average().orElseThrow())
        .toArray();
  }

  private static Times slowed(Times times, double share) {
    double[][] slower =
        Arrays.stream(times.candidate())
            .map(fork -> Arrays.stream(fork).map(t -> t * (1 + share)).toArray())
            .toArray(double[][]::new);
    return new Times(times.baseline(), slower, times.inTurns());
  }
}
