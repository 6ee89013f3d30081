package storagebench.choose;

import storagebench.statistics.AnytimeT;
import storagebench.statistics.Estimate;
import storagebench.statistics.TwoWayLayout;

/**
 * How far apart two contenders are for certain, as logarithms of time, after the rounds so far.
 * Above is told at one level and below at another, because far more tests go above: any of the
 * smaller ones may drop a contender, but it is certain only if it is told from all of them.
 *
 * @param layout the trials
 * @param rounds of those that are still in
 * @param in how many those are
 * @param dropLevel one-sided, of the upper bound
 * @param certainLevel one-sided, of the lower bound
 * @param dropCritical t of the upper bound
 * @param certainCritical t of the lower bound
 */
record Bounds(
    TwoWayLayout layout,
    int rounds,
    int in,
    double dropLevel,
    double certainLevel,
    double dropCritical,
    double certainCritical) {
  private static final double MANY = 1e6;

  static Bounds of(TwoWayLayout layout, int rounds, int in, double dropLevel, double certainLevel) {
    return new Bounds(
        layout,
        rounds,
        in,
        dropLevel,
        certainLevel,
        critical(dropLevel, rounds, layout.degrees()),
        critical(certainLevel, rounds, layout.degrees()));
  }

  /** What one takes longer than the other is below this. */
  double upper(int one, int other) {
    return layout.difference(one, other) + half(dropCritical, rounds, one, other);
  }

  /** What one takes longer than the other is above this. */
  double lower(int one, int other) {
    return layout.difference(one, other) - half(certainCritical, rounds, one, other);
  }

  /** How many times as long one takes as the other. */
  Estimate ratio(int one, int other) {
    return new Estimate(
        Math.exp(layout.difference(one, other)),
        Math.exp(lower(one, other)),
        Math.exp(upper(one, other)));
  }

  /** Rounds until the difference is told from none or from the margin, if it stays as it is. */
  double furtherRounds(int one, int other, double margin) {
    double low = rounds;
    double high = rounds + 1.0;
    while (!isTold(high, one, other, margin) && high < MANY) {
      low = high;
      high *= 2;
    }
    while (high - low > 1 && high < MANY) {
      double middle = Math.floor((low + high) / 2);
      boolean told = isTold(middle, one, other, margin);
      high = told ? middle : high;
      low = told ? low : middle;
    }
    return high < MANY ? high - rounds : Double.POSITIVE_INFINITY;
  }

  private boolean isTold(double later, int one, int other, double margin) {
    double difference = layout.difference(one, other);
    return difference > width(certainLevel, later, one, other)
        || difference + width(dropLevel, later, one, other) <= margin;
  }

  private double width(double level, double later, int one, int other) {
    double degrees = layout.degrees() + (later - rounds) * Math.max(1, in - 1);
    return half(critical(level, later, degrees), later, one, other);
  }

  /** Infinite, not NaN, where too few rounds meet times that are all the same. */
  private double half(double critical, double after, int one, int other) {
    return Double.isInfinite(critical)
        ? critical
        : critical * layout.deviation(one, other) / Math.sqrt(after);
  }

  /** One side of a two-sided test errs half as often. */
  private static double critical(double oneSided, double rounds, double degrees) {
    return AnytimeT.critical(Math.min(1, 2 * oneSided), rounds / 2, degrees);
  }
}
