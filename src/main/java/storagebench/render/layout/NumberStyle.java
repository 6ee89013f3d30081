package storagebench.render.layout;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import storagebench.statistics.Estimate;
import storagebench.table.Scale;

/**
 * How the figures of one column are written for people: one unit and one number of decimals, so
 * that they can be compared by eye.
 *
 * @param scale the unit
 * @param decimals how many of them are written
 * @param formatter writes the figures in that unit; made once for all styles of a column
 */
record NumberStyle(Scale scale, int decimals, DecimalFormat formatter) {
  /** Half an interval in parts of the value, from which on ± would mislead. */
  private static final double LOPSIDED = 0.3;

  private static final int MOST_DECIMALS = 3;

  /** From here on a double has no digits left for single units, and a column no room. */
  private static final double LARGEST = 1e15;

  /** Where each figure has a style of its own, a small one has what it needs. */
  private static final int MOST_DECIMALS_OF_MIXED = 15;

  /** Decimals that leave the smallest value three digits and no interval as 0, at most three. */
  static NumberStyle of(Scale scale, List<Estimate> figures) {
    return new NumberStyle(scale, decimals(scale, figures, MOST_DECIMALS), newFormatter());
  }

  /** Figures of different units in one column are each written by their own size. */
  NumberStyle ofMixed(Estimate estimate) {
    int own = decimals(scale, List.of(estimate), MOST_DECIMALS_OF_MIXED);
    return new NumberStyle(scale, own, formatter);
  }

  private static int decimals(Scale scale, List<Estimate> figures, int most) {
    double smallest = Double.POSITIVE_INFINITY;
    double narrowest = Double.POSITIVE_INFINITY;
    boolean whole = true;
    for (Estimate figure : figures) {
      double shown = Math.abs(figure.value() * scale.perBase());
      double half = half(figure) * scale.perBase();
      smallest = shown > 0 && shown < smallest ? shown : smallest;
      narrowest = half > 0 && half < narrowest ? half : narrowest;
      whole &= shown == Math.rint(shown) && !(half > 0 && half != Math.rint(half));
    }
    double ofValues = 2 - Math.floor(Math.log10(smallest));
    double ofIntervals = Math.ceil(Math.log10(0.5 / narrowest));
    return whole ? 0 : (int) Math.max(0, Math.min(most, Math.max(ofValues, ofIntervals)));
  }

  /** The wider side of the interval; 0 where there is none. */
  private static double half(Estimate estimate) {
    return estimate.hasInterval()
        ? Math.max(estimate.high() - estimate.value(), estimate.value() - estimate.low())
        : 0;
  }

  /**
   * The value, and the wider side of its interval after ±; an interval as wide as that of two forks
   * is lopsided, and its ends say more.
   */
  String format(Estimate estimate) {
    String value = format(estimate.value());
    if (!estimate.hasInterval()) {
      return value;
    }
    double half = half(estimate);
    return half > LOPSIDED * Math.abs(estimate.value())
        ? value + " [" + format(estimate.low()) + ", " + format(estimate.high()) + "]"
        : value + " ±" + atLeast(half);
  }

  /** An interval that has a width is not written as 0. */
  private String atLeast(double half) {
    double unit = Math.pow(10, -decimals);
    return half > 0 && half * scale.perBase() < unit / 2
        ? "<" + format(unit / scale.perBase())
        : format(half);
  }

  private String format(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    double shown = value * scale.perBase();
    if (Math.abs(shown) >= LARGEST) {
      return Double.toString(shown);
    }
    formatter.setMinimumFractionDigits(decimals);
    formatter.setMaximumFractionDigits(decimals);
    return formatter.format(shown);
  }

  /** Not a format string, which would be read anew for every figure. */
  private static DecimalFormat newFormatter() {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }
}
