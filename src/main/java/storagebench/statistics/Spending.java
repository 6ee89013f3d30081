package storagebench.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much of a test's level may be used up by the time that a share of the data is there (Lan and
 * DeMets, "Discrete sequential boundaries for clinical trials", Biometrika 70, 1983). Two-sided
 * tests spend half of alpha on each side.
 */
public enum Spending {
  /** Hardly anything early: the bounds are close to those of O'Brien and Fleming. */
  O_BRIEN_FLEMING {
    @Override
    double onOneSide(double alpha, double share) {
      double z = NORMAL.inverseSurvivalProbability(alpha / 2);
      return 2 * NORMAL.survivalProbability(z / Math.sqrt(share));
    }
  },
  /** Evenly: the bounds are close to Pocock's, about the same at every look. */
  POCOCK {
    @Override
    double onOneSide(double alpha, double share) {
      return alpha * Math.log1p((Math.E - 1) * share);
    }
  };

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** What a one-sided test at {@code alpha} has spent at that share of the data, 0 to 1. */
  abstract double onOneSide(double alpha, double share);
}
