package storagebench.proof;

import java.util.SplittableRandom;

/**
 * Simulated trials of a duel.
 *
 * @param trialSd deviation of the true log ratio from trial to trial, as a share
 * @param pairSd deviation of the pairs' log ratios within a trial, as a share
 * @param stalls share of pairs in which one side was held up
 * @param pairs pairs of a trial
 * @param slowdown how much slower the candidate truly is, as a share
 */
record DuelSetting(double trialSd, double pairSd, double stalls, int pairs, double slowdown) {
  private static final long SEED = 20260105;

  /** How many times as long a batch takes that was held up, as under a checkpoint. */
  private static final double STALL = 2;

  /** Trials whose log ratio varies as given, however many pairs that took. */
  static DuelSetting of(double trialSd, double slowdown) {
    return new DuelSetting(trialSd, 0, 0, 1, slowdown);
  }

  /** The truth, on the log scale. */
  double truth() {
    return StrictMath.log1p(slowdown);
  }

  /** Random numbers of this setting. */
  SplittableRandom random() {
    return new SplittableRandom(SEED + toString().hashCode());
  }

  /** The log ratios of the pairs of one trial. */
  double[] trial(SplittableRandom random) {
    double level = truth() + trialSd * random.nextGaussian();
    double[] logs = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      logs[i] = level + pairSd * random.nextGaussian() + stall(random);
    }
    return logs;
  }

  private double stall(SplittableRandom random) {
    if (stalls == 0 || random.nextDouble() >= stalls) {
      return 0;
    }
    return random.nextBoolean() ? StrictMath.log(STALL) : -StrictMath.log(STALL);
  }
}
