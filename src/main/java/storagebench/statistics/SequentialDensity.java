package storagebench.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Where a Brownian motion without drift is, if it has not left the bounds at the looks so far: the
 * recursion of Armitage, McPherson and Rowe ("Repeated significance tests on accumulating data",
 * Journal of the Royal Statistical Society A 132, 1969), by Simpson's rule.
 *
 * @param share of the time that has gone by, 0 to 1
 * @param limit the motion is between minus this and this
 * @param density at equidistant points from minus limit to limit; empty at the start
 */
record SequentialDensity(double share, double limit, double[] density) {
  /** Nothing has happened yet. */
  static final SequentialDensity START = new SequentialDensity(0, 0, new double[0]);

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int INTERVALS = 120;

  /** Beyond so many standard deviations there is nothing. */
  private static final double FAR = 9;

  /** Probability of being beyond the bound, above, at the next look. */
  double leaving(double nextShare, double bound) {
    double deviation = Math.sqrt(nextShare - share);
    double edge = bound * Math.sqrt(nextShare);
    if (density.length == 0) {
      return NORMAL.survivalProbability(edge / deviation);
    }
    double sum = 0;
    for (int i = 0; i <= INTERVALS; i++) {
      sum += weight(i) * density[i] * NORMAL.survivalProbability((edge - at(i)) / deviation);
    }
    return sum * step() / 3;
  }

  /** The density at the next look of what stays within the bounds. */
  SequentialDensity continued(double nextShare, double bound) {
    double nextLimit = Math.min(bound, FAR) * Math.sqrt(nextShare);
    double[] next = new double[INTERVALS + 1];
    for (int i = 0; i <= INTERVALS; i++) {
      next[i] = arriving(nextLimit * (2.0 * i / INTERVALS - 1), Math.sqrt(nextShare - share));
    }
    return new SequentialDensity(nextShare, nextLimit, next);
  }

  private double arriving(double place, double deviation) {
    if (density.length == 0) {
      return NORMAL.density(place / deviation) / deviation;
    }
    double sum = 0;
    for (int i = 0; i <= INTERVALS; i++) {
      sum += weight(i) * density[i] * NORMAL.density((place - at(i)) / deviation);
    }
    return sum * step() / 3 / deviation;
  }

  private double at(int i) {
    return limit * (2.0 * i / INTERVALS - 1);
  }

  private double step() {
    return 2 * limit / INTERVALS;
  }

  private static int weight(int i) {
    if (i == 0 || i == INTERVALS) {
      return 1;
    }
    return i % 2 == 0 ? 2 : 4;
  }
}
