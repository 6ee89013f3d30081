package storagebench.proof;

import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Judge;
import storagebench.compare.verdict.Verdict;
import storagebench.statistics.Moments;

/** Rules that raise an alarm when the candidate looks slower or faster. */
enum Decision {
  /** This suite's rule with a margin of 0: the test and its error rate alone. */
  FORK_MEANS("fork means, no margin", times -> changed(times.contrast(), 0)),
  /** This suite's rule as it is by default. */
  FORK_MEANS_MARGIN("fork means, default margin", times -> changed(times.contrast(), 0.03)),
  /** benchstat's: Mann-Whitney on all iterations, 0.05. */
  MANN_WHITNEY("Mann-Whitney on iterations (benchstat)", Decision::mannWhitney),
  /** What readers of JMH's output do: 99.9 % intervals over all iterations do not overlap. */
  JMH_INTERVALS("JMH intervals of 99.9 apart", Decision::intervalsApart),
  /** A fixed threshold on the ratio of the means. */
  THRESHOLD("means differ by a tenth", Decision::beyondThreshold);

  static final double ALPHA = 0.05;

  private final String label;
  private final Predicate<Times> alarm;

  Decision(String label, Predicate<Times> alarm) {
    this.label = label;
    this.alarm = alarm;
  }

  String label() {
    return label;
  }

  boolean alarms(Times times) {
    return alarm.test(times);
  }

  static boolean isChange(Verdict verdict) {
    return verdict == Verdict.REGRESSION || verdict == Verdict.IMPROVEMENT;
  }

  static boolean changed(Contrast contrast, double margin) {
    Judge judge = new Judge(measure -> margin, ALPHA);
    return isChange(judge.judge(List.of(contrast)).get(0).verdict());
  }

  private static boolean mannWhitney(Times times) {
    return MannWhitneyUTest.withDefaults()
            .with(PValueMethod.ASYMPTOTIC)
            .test(times.pooledBaseline(), times.pooledCandidate())
            .getPValue()
        < ALPHA;
  }

  private static boolean intervalsApart(Times times) {
    Moments baseline = Moments.of(times.pooledBaseline());
    Moments candidate = Moments.of(times.pooledCandidate());
    return Math.abs(candidate.mean() - baseline.mean())
        > scoreError(baseline) + scoreError(candidate);
  }

  /** JMH's scoreError: half of the 99.9 % t-interval (org.openjdk.jmh.util.AbstractStatistics). */
  private static double scoreError(Moments moments) {
    return TDistribution.of(moments.count() - 1.0).inverseSurvivalProbability(0.0005)
        * moments.standardError();
  }

  private static boolean beyondThreshold(Times times) {
    double ratio =
        Moments.of(times.pooledCandidate()).mean() / Moments.of(times.pooledBaseline()).mean();
    return ratio > 1.1 || ratio < 1 / 1.1;
  }
}
