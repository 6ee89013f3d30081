package storagebench.results;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** The values of one metric in one fork, one an iteration, in the order they were measured. */
public final class Series {
  private final double[] values;

  private Series(double[] values) {
    this.values = values;
  }

  /** A series of these values, which are copied. */
  public static Series of(double... values) {
    return new Series(values.clone());
  }

  /** The values of all, one series after the other. */
  public static double[] joined(List<Series> all) {
    int size = 0;
    for (Series series : all) {
      size += series.values.length;
    }
    double[] values = new double[size];
    int next = 0;
    for (Series series : all) {
      System.arraycopy(series.values, 0, values, next, series.values.length);
      next += series.values.length;
    }
    return values;
  }

  /** How many iterations there were. */
  public int size() {
    return values.length;
  }

  /** Value of iteration {@code index}, counted from 0. */
  public double get(int index) {
    return values[index];
  }

  /** Value of the last iteration: the final state of a cumulative metric; NaN if there is none. */
  public double last() {
    return values.length == 0 ? Double.NaN : values[values.length - 1];
  }

  /** Sum over the iterations; NaN if one of them is. */
  public double sum() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Mean over the iterations; NaN if there is none. */
  public double mean() {
    return sum() / values.length;
  }

  /** Whether there is a value and every value is a finite number. */
  public boolean isFinite() {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return values.length > 0;
  }

  /** Whether a value is below zero. */
  boolean hasNegative() {
    for (double value : values) {
      if (value < 0) {
        return true;
      }
    }
    return false;
  }

  /** Every value multiplied by {@code factor}. */
  public Series times(double factor) {
    double[] products = values.clone();
    for (int i = 0; i < products.length; i++) {
      products[i] *= factor;
    }
    return new Series(products);
  }

  /** The values in order. */
  public DoubleStream stream() {
    return Arrays.stream(values);
  }

  /** A copy of the values. */
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
