package storagebench.proof;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import storagebench.compare.verdict.Judge;
import storagebench.statistics.LogDifference;
import storagebench.statistics.Quantiles;

/**
 * The smallest change that comparisons of identical builds would print, and how often other
 * comparisons see it.
 *
 * @param median of the printed changes, as a share
 * @param power how often a slowdown is seen in new measurements, over all that were printed
 * @param powerAtMedian how often a slowdown of the median is seen in new measurements
 */
record SmallestChange(double median, double power, double powerAtMedian) {
  /** As a suite of so many cells judges each of them, at the strictest step of the correction. */
  static SmallestChange of(Setting setting, double margin, int cells) {
    double alpha = Decision.ALPHA / cells;
    Judge judge = new Judge(measure -> margin, alpha);
    SplittableRandom random = Rates.random(setting.slowerBy(margin));
    double[] printed = new double[Rates.COMPARISONS];
    int seen = 0;
    for (int i = 0; i < printed.length; i++) {
      LogDifference difference = difference(setting.draw(random));
      printed[i] = difference.smallestRatio(alpha, Judge.POWER, Math.log1p(margin)) - 1;
      seen += sees(judge, setting.slowerBy(printed[i]).draw(random)) ? 1 : 0;
    }
    double median = Quantiles.median(printed);
    return new SmallestChange(
        median,
        seen / (double) printed.length,
        Rates.of(setting.slowerBy(median), times -> sees(judge, times)));
  }

  private static boolean sees(Judge judge, Times times) {
    return Decision.isChange(judge.judge(List.of(times.contrast())).get(0).verdict());
  }

  private static LogDifference difference(Times times) {
    double[] baseline = logs(times.baseline());
    double[] candidate = logs(times.candidate());
    return times.inTurns()
        ? LogDifference.paired(
            IntStream.range(0, baseline.length)
                .mapToDouble(i -> candidate[i] - baseline[i])
                .toArray())
        : LogDifference.unpaired(baseline, candidate);
  }

  private static double[] logs(double[][] forks) {
    return Arrays.stream(forks).mapToDouble(Times::figure).toArray();
  }
}
