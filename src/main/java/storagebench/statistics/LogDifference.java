package storagebench.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far two means lie apart on the natural log scale: the logarithm of a ratio of geometric means
 * with its standard error.
 *
 * <p>Unpaired samples take {@linkplain WelchDegrees Welch's} standard error and degrees of freedom;
 * paired samples are one sample of differences (Student). Ratios and their inverses get the same
 * answer.
 *
 * @param value mean of the candidate's logarithms less the baseline's
 * @param error standard error of {@code value}; NaN from fewer than two units
 * @param degrees degrees of freedom of {@code error}
 * @param futureDegrees those that a comparison like this one can count on: not above {@code
 *     degrees}, which may be many by chance
 * @param variance variance that one more unit on each side contributes: {@code error} squared times
 *     the number of units, where both sides have as many
 * @param degreesPerUnit degrees of freedom that one more unit on each side adds, 1 to 2
 */
public record LogDifference(
    double value,
    double error,
    double degrees,
    double futureDegrees,
    double variance,
    double degreesPerUnit) {

  /** The difference of two independent samples, each of one logarithm a unit. */
  public static LogDifference unpaired(double[] baseline, double[] candidate) {
    Moments b = Moments.of(baseline);
    Moments c = Moments.of(candidate);
    double vb = b.deviation() * b.deviation();
    double vc = c.deviation() * c.deviation();
    double sb = vb / b.count();
    double sc = vc / c.count();
    double degrees = WelchDegrees.of(sb, b.count() - 1.0, sc, c.count() - 1.0);
    return new LogDifference(
        c.mean() - b.mean(),
        Math.sqrt(sb + sc),
        degrees,
        Math.min(degrees, WelchDegrees.expected(b.count(), c.count())),
        vb + vc,
        WelchDegrees.of(vb, 1, vc, 1));
  }

  /** The mean of differences, candidate less baseline, one a pair. */
  public static LogDifference paired(double[] differences) {
    Moments d = Moments.of(differences);
    double degrees = d.count() - 1.0;
    return new LogDifference(
        d.mean(), d.standardError(), degrees, degrees, d.deviation() * d.deviation(), 1);
  }

  /** The ratio candidate / baseline with its interval of confidence 1 - {@code alpha}. */
  public Estimate ratio(double alpha) {
    double half = critical(alpha) * error;
    return new Estimate(Math.exp(value), Math.exp(value - half), Math.exp(value + half));
  }

  /**
   * Probability of a difference at least as far beyond the margin, on either side, if the truth lay
   * on the margin: the two-sided t-test where the margin is 0.
   *
   * @param margin on the log scale, not negative
   */
  public double pBeyond(double margin) {
    double distance = Math.abs(value) - margin;
    if (error == 0) {
      return distance > 0 ? 0 : 1;
    }
    return degrees > 0
        ? Math.min(1, 2 * TDistribution.of(degrees).survivalProbability(distance / error))
        : Double.NaN;
  }

  /**
   * The smallest true ratio, above 1, that a comparison like this one would find to lie beyond the
   * margin with this probability, over all that such comparisons could print: {@link
   * SmallestDifference}.
   *
   * @param alpha level of the test
   * @param power over 0.5 and below 1
   * @param margin on the log scale
   * @return NaN without degrees of freedom
   */
  public double smallestRatio(double alpha, double power, double margin) {
    return futureDegrees > 0
        ? Math.exp(margin + SmallestDifference.inErrors(alpha, power, futureDegrees) * error)
        : Double.NaN;
  }

  /** What the same difference and spread would be with so many units on each side. */
  public LogDifference withUnits(int units) {
    double more = degreesPerUnit * (units - 1.0);
    return new LogDifference(
        value, Math.sqrt(variance / units), more, more, variance, degreesPerUnit);
  }

  /** Student's two-sided quantile; NaN without degrees of freedom. */
  double critical(double alpha) {
    return quantile(1 - alpha / 2);
  }

  /** Student's quantile; NaN without degrees of freedom. */
  double quantile(double p) {
    return degrees > 0 ? TDistribution.of(degrees).inverseSurvivalProbability(1 - p) : Double.NaN;
  }
}
