package storagebench.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A straight line through points by weighted least squares, y = intercept + slope x.
 *
 * @param intercept value at x = 0, with its interval
 * @param slope change of y for one unit of x, with its interval
 */
public record LinearFit(Estimate intercept, Estimate slope) {
  /** Enough for an error, and long enough to be unlike each other. */
  private static final int MOST_STRETCHES = 20;

  /** Every point counts the same. */
  public static LinearFit of(double[] x, double[] y) {
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    return of(x, y, ones);
  }

  /** Points count by 1 / y^2: for times, whose error grows with them. */
  public static LinearFit ofRelativeErrors(double[] x, double[] y) {
    return of(x, y, Arrays.stream(y).map(v -> 1 / (v * v)).toArray());
  }

  /**
   * Intervals are Student's with n - 2 degrees of freedom from the residuals; none from two points
   * (Draper and Smith, Applied Regression Analysis, chapters 1 and 9).
   *
   * @param weights one a point, in proportion to 1 / variance
   */
  public static LinearFit of(double[] x, double[] y, double[] weights) {
    double weight = Arrays.stream(weights).sum();
    double meanX = sum(x.length, i -> weights[i] * x[i]) / weight;
    double meanY = sum(x.length, i -> weights[i] * y[i]) / weight;
    double sxx = sum(x.length, i -> weights[i] * (x[i] - meanX) * (x[i] - meanX));
    double sxy = sum(x.length, i -> weights[i] * (x[i] - meanX) * (y[i] - meanY));
    double slope = sxx > 0 ? sxy / sxx : Double.NaN;
    double intercept = meanY - slope * meanX;

    double squares = sum(x.length, i -> weights[i] * Math.pow(y[i] - intercept - slope * x[i], 2));
    double degrees = x.length - 2.0;
    double variance = degrees > 0 ? squares / degrees : Double.NaN;
    double t = Estimate.t(degrees);
    double ofSlope = t * Math.sqrt(variance / sxx);
    double ofIntercept = t * Math.sqrt(variance * (1 / weight + meanX * meanX / sxx));
    return new LinearFit(around(intercept, ofIntercept), around(slope, ofSlope));
  }

  /**
   * A line through points in the order in which they were measured, where neighbours may have more
   * in common than others. Intervals are those of the jackknife that leaves out one stretch of
   * neighbours at a time, Student's with the number of stretches - 1 degrees of freedom (Kuensch,
   * The jackknife and the bootstrap for general stationary observations, Annals of Statistics 17,
   * 1989); none where a stretch holds all there is of a size.
   *
   * @param weights one a point, in proportion to 1 / variance
   */
  public static LinearFit ofSequence(double[] x, double[] y, double[] weights) {
    LinearFit whole = of(x, y, weights);
    int stretches = Math.min(MOST_STRETCHES, x.length / 2);
    List<LinearFit> without =
        IntStream.range(0, stretches)
            .mapToObj(
                stretch -> {
                  double[] others = weights.clone();
                  for (int i = 0; i < others.length; i++) {
                    others[i] *= (long) i * stretches / others.length == stretch ? 0 : 1;
                  }
                  return of(x, y, others);
                })
            .toList();
    return new LinearFit(
        jackknife(whole, without, LinearFit::intercept),
        jackknife(whole, without, LinearFit::slope));
  }

  private static Estimate jackknife(
      LinearFit whole, List<LinearFit> without, Function<LinearFit, Estimate> part) {
    Moments left =
        Moments.of(without.stream().mapToDouble(fit -> part.apply(fit).value()).toArray());
    double error = left.deviation() * (left.count() - 1) / Math.sqrt(left.count());
    return around(part.apply(whole).value(), Estimate.t(left.count() - 1.0) * error);
  }

  private static Estimate around(double value, double half) {
    return new Estimate(value, value - half, value + half);
  }

  private static double sum(int n, IntToDoubleFunction term) {
    return IntStream.range(0, n).mapToDouble(term).sum();
  }
}
