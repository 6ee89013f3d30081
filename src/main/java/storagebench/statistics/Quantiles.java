package storagebench.statistics;

import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/** Quantiles by linear interpolation (Hyndman and Fan's type 7, the default of R and NumPy). */
public final class Quantiles {
  private static final Quantile TYPE_7 =
      Quantile.withDefaults().withCopy(true).with(EstimationMethod.HF7);

  private Quantiles() {}

  /**
   * @param values in any order; left as they are
   * @param p from 0 to 1
   * @return NaN of no values
   */
  public static double of(double[] values, double p) {
    return TYPE_7.evaluate(values, p);
  }

  /** The middle value. */
  public static double median(double... values) {
    return of(values, 0.5);
  }
}
