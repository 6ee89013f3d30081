package storagebench.statistics;

import java.util.Arrays;

/**
 * The interquartile mean: the mean of the middle half (Tukey's midmean, "Exploratory Data
 * Analysis", 1977). A quarter of the values at either end may be anything. It bears less than the
 * median, which bears nearly half, and varies less where values are nearly normal.
 */
public final class Midmean {
  private Midmean() {}

  /**
   * Of at least one value. Where a quarter of them is no whole number, the values at the borders
   * count by the part that lies inside.
   */
  public static double of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double quarter = sorted.length / 4.0;
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      double inside = Math.min(i + 1.0, 3 * quarter) - Math.max(i, quarter);
      sum += Math.max(0, inside) * sorted[i];
    }
    return sum / (2 * quarter);
  }
}
