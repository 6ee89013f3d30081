package storagebench.report.render;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import storagebench.report.table.Scale;
import storagebench.statistics.Estimate;

/**
 * How the figures of one column are written for people: one unit and one number of decimals, so
 * that they can be compared by eye.
 *
 * @param scale the unit
 * @param formatter writes the figures in that unit
 */
record NumberStyle(Scale scale, DecimalFormat formatter) {
  /** Half an interval in parts of the value, from which on ± would mislead. */
  private static final double LOPSIDED = 0.3;

  /** Decimals that leave the smallest value three digits, at most three. */
  static NumberStyle of(Scale scale, double[] values) {
    return of(scale, values, 3);
  }

  private static NumberStyle of(Scale scale, double[] values, int most) {
    double smallest =
        Arrays.stream(values)
            .map(v -> Math.abs(v * scale.perBase()))
            .filter(v -> v > 0 && v < Double.POSITIVE_INFINITY)
            .min()
            .orElse(1000);
    boolean whole = Arrays.stream(values).allMatch(v -> isWhole(v * scale.perBase()));
    int decimals =
        whole ? 0 : (int) Math.max(0, Math.min(most, 2 - Math.floor(Math.log10(smallest))));
    return new NumberStyle(scale, formatter(decimals));
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
    double half = Math.max(estimate.high() - estimate.value(), estimate.value() - estimate.low());
    return half > LOPSIDED * Math.abs(estimate.value())
        ? value + " [" + format(estimate.low()) + ", " + format(estimate.high()) + "]"
        : value + " ±" + format(half);
  }

  private String format(double value) {
    return Double.isInfinite(value)
        ? (value > 0 ? "∞" : "-∞")
        : formatter.format(value * scale.perBase());
  }

  /** Not a format string, which would be read anew for every figure. */
  private static DecimalFormat formatter(int decimals) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }

  /** Figures of different units in one column are each written by their own size. */
  static NumberStyle ofMixed(Estimate estimate) {
    return of(new Scale("", 1), new double[] {estimate.value()}, 15);
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }
}
