package storagebench.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * Mean and spread of independent values.
 *
 * @param count how many values
 * @param mean their mean; NaN of none
 * @param deviation their standard deviation with n - 1 in the denominator; NaN of fewer than two
 */
public record Moments(int count, double mean, double deviation) {
  /** The moments of the values. */
  public static Moments of(double... values) {
    double deviation = values.length < 2 ? Double.NaN : StandardDeviation.of(values).getAsDouble();
    return new Moments(values.length, Mean.of(values).getAsDouble(), deviation);
  }

  /** Standard error of the mean. */
  public double standardError() {
    return deviation / Math.sqrt(count);
  }

  /** Coefficient of variation: the deviation as a share of the mean. */
  public double variation() {
    return deviation / mean;
  }

  /** Geometric mean of positive values; NaN of none. */
  public static double geometricMean(double... values) {
    return Math.exp(Arrays.stream(values).map(Math::log).average().orElse(Double.NaN));
  }
}
