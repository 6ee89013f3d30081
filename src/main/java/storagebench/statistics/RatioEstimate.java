package storagebench.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A ratio of totals, such as rows / time, and how uncertain it is on the log scale.
 *
 * <p>The classic ratio estimator (Cochran, Sampling Techniques, 3rd edition, section 2.11): R = sum
 * y / sum x over independent units, here forks, with residuals d = y - R x and, by the delta
 * method, var(ln R) = sum d^2 / (n (n - 1)) / mean(y)^2. Intervals are Student's with n - 1 degrees
 * of freedom; quotients of two ratios take Welch's. The log scale keeps them above zero and makes
 * them the same for a ratio and its inverse.
 *
 * @param value the ratio
 * @param logError standard error of its natural logarithm; NaN from fewer than two units
 * @param degrees degrees of freedom of {@code logError}
 */
public record RatioEstimate(double value, double logError, double degrees) {
  /**
   * @param numerators totals of y, one a fork
   * @param denominators totals of x, one a fork, in the same order
   */
  public static RatioEstimate of(double[] numerators, double[] denominators) {
    int n = numerators.length;
    double y = Arrays.stream(numerators).sum();
    double ratio = y / Arrays.stream(denominators).sum();
    if (n < 2 || !(ratio > 0) || Double.isInfinite(ratio)) {
      return new RatioEstimate(ratio, Double.NaN, 0);
    }
    double squares =
        IntStream.range(0, n)
            .mapToDouble(i -> numerators[i] - ratio * denominators[i])
            .map(d -> d * d)
            .sum();
    double logError = Math.sqrt(squares / (n * (n - 1.0))) / (y / n);
    return new RatioEstimate(ratio, logError, n - 1.0);
  }

  /** Mean of positive values, one a fork, as a ratio of their sum to their number. */
  public static RatioEstimate ofMean(double... values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return of(values, ones);
  }

  /** This ratio divided by an independent one; degrees of freedom by Welch and Satterthwaite. */
  public RatioEstimate over(RatioEstimate other) {
    double mine = logError * logError;
    double theirs = other.logError * other.logError;
    return new RatioEstimate(
        value / other.value,
        Math.sqrt(mine + theirs),
        WelchDegrees.of(mine, degrees, theirs, other.degrees));
  }

  /** One divided by this ratio. */
  public RatioEstimate inverse() {
    return new RatioEstimate(1 / value, logError, degrees);
  }

  /** The ratio with its interval. */
  public Estimate estimate() {
    double factor = Math.exp(Estimate.t(degrees) * logError);
    return new Estimate(value, value / factor, value * factor);
  }
}
