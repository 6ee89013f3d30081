package storagebench.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A figure with its 95 % confidence interval, in the unit of the figure.
 *
 * @param value the figure; NaN where it could not be had
 * @param low lower end; NaN where there is no interval, as from one fork
 * @param high upper end; NaN where there is no interval
 */
public record Estimate(double value, double low, double high) {
  /** Level of every interval. */
  public static final double CONFIDENCE = 0.95;

  /** By degrees of freedom: a report asks for few different ones, but often. */
  private static final Map<Double, Double> QUANTILES = new ConcurrentHashMap<>();

  /** A figure without an interval. */
  public static Estimate exact(double value) {
    return new Estimate(value, Double.NaN, Double.NaN);
  }

  /**
   * Mean of independent values with Student's t interval.
   *
   * @param values one a fork
   */
  public static Estimate ofMean(double... values) {
    Moments moments = Moments.of(values);
    double half = t(values.length - 1.0) * moments.standardError();
    return new Estimate(moments.mean(), moments.mean() - half, moments.mean() + half);
  }

  /** Whether there is an interval. */
  public boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** Whether both have an interval and this one lies wholly above the other. */
  public boolean isAbove(Estimate other) {
    return hasInterval() && other.hasInterval() && low > other.high;
  }

  /** The complement, 1 - value: from a share kept to a share lost. */
  public Estimate complement() {
    return new Estimate(1 - value, 1 - high, 1 - low);
  }

  /** The same figure in another unit. */
  public Estimate times(double factor) {
    return new Estimate(value * factor, low * factor, high * factor);
  }

  /** Student's two-sided quantile for {@link #CONFIDENCE}; NaN without degrees of freedom. */
  static double t(double degrees) {
    return degrees > 0 ? QUANTILES.computeIfAbsent(degrees, Estimate::quantile) : Double.NaN;
  }

  private static double quantile(double degrees) {
    return TDistribution.of(degrees).inverseSurvivalProbability((1 - CONFIDENCE) / 2);
  }
}
