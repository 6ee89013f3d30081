package storagebench.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The smallest true difference that a t-test sees with a given probability, as a multiple of a
 * standard error that is itself an estimate.
 *
 * <p>Power tables take the standard error as known: {@code t(1 - alpha / 2) + t(power)} of them
 * (Cohen, Statistical Power Analysis, 2nd edition, section 12.1). From few units it is not. One
 * that came out small promises too much, and the comparisons that shall keep the promise estimate
 * theirs anew. The multiple k returned here makes the promise true over both: with independent
 * estimates s and s' of the error sigma, each on f degrees of freedom, and z standard normal,
 *
 * <pre>P(k s + sigma z &gt; t s') = power, t = t(1 - alpha / 2; f).</pre>
 *
 * <p>The pair (s, s') is, but for its length, the sine and cosine of an angle w with density in
 * proportion to (sin 2w)^(f - 1), because s^2 / (s^2 + s'^2) is Beta(f/2, f/2); its length has 2f
 * degrees of freedom and is independent of the angle (Johnson, Kotz and Balakrishnan, Continuous
 * Univariate Distributions, 2nd edition, chapter 25). So the probability is the mean over w of
 * Student's distribution function with 2f degrees of freedom at sqrt 2 (k sin w - t cos w).
 */
final class SmallestDifference {
  /** Of the quarter circle: the probability is then right to better than 0.01. */
  private static final int STEPS = 64;

  private static final BrentSolver SOLVER = new BrentSolver(1e-4, 1e-4, 1e-4);

  private final double critical;
  private final double degrees;
  private final TDistribution common;

  private SmallestDifference(double alpha, double degrees) {
    this.critical = TDistribution.of(degrees).inverseSurvivalProbability(alpha / 2);
    this.degrees = degrees;
    this.common = TDistribution.of(2 * degrees);
  }

  /**
   * The multiple of the estimated standard error.
   *
   * @param alpha level of the two-sided test
   * @param power over 0.5 and below 1
   * @param degrees degrees of freedom of the standard error, positive
   */
  static double inErrors(double alpha, double power, double degrees) {
    SmallestDifference difference = new SmallestDifference(alpha, degrees);
    DoubleUnaryOperator missing = multiple -> difference.power(multiple) - power;
    double low = difference.critical; // seen in half of all comparisons, by symmetry
    double high = 2 * low;
    while (missing.applyAsDouble(high) < 0) {
      low = high;
      high *= 2;
    }
    return SOLVER.findRoot(missing, low, high);
  }

  /** How often a difference of so many estimated errors is seen. */
  double power(double multiple) {
    double sum = 0;
    double weights = 0;
    for (int i = 1; i < STEPS; i++) {
      double angle = i * Math.PI / 2 / STEPS;
      double weight = Math.pow(Math.sin(2 * angle), degrees - 1);
      double beyond = multiple * Math.sin(angle) - critical * Math.cos(angle);
      sum += weight * common.cumulativeProbability(Math.sqrt(2) * beyond);
      weights += weight;
    }
    return sum / weights;
  }
}
