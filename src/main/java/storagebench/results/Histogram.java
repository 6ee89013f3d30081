package storagebench.results;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Sampled times and how often each was seen: what JMH's SampleTime mode keeps instead of raw data.
 */
public final class Histogram {
  /** No samples. */
  public static final Histogram EMPTY = new Histogram(new double[0], new long[0]);

  private final double[] values;
  private final long[] counts;

  private Histogram(double[] values, long[] counts) {
    this.values = values;
    this.counts = counts;
  }

  /**
   * @param values the times, in any order
   * @param counts how often each was seen; as many as there are values
   */
  public static Histogram of(double[] values, long[] counts) {
    if (values.length != counts.length) {
      throw new IllegalArgumentException(values.length + " values, " + counts.length + " counts");
    }
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new Histogram(
        Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
        Arrays.stream(order).mapToLong(i -> counts[i]).toArray());
  }

  /** Number of samples. */
  public long count() {
    return Arrays.stream(counts).sum();
  }

  /** Sum of the samples. */
  public double sum() {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i] * counts[i]).sum();
  }

  /** Mean of the samples; NaN if there is none. */
  public double mean() {
    return sum() / count();
  }

  /** The smallest value that at least the share {@code p} of the samples does not exceed. */
  public double quantile(double p) {
    double wanted = p * count();
    long seen = 0;
    for (int i = 0; i < values.length; i++) {
      seen += counts[i];
      if (seen >= wanted && seen > 0) {
        return values[i];
      }
    }
    return Double.NaN;
  }

  /** The samples of both. */
  public Histogram plus(Histogram other) {
    int length = values.length + other.values.length;
    double[] mergedValues = new double[length];
    long[] mergedCounts = new long[length];
    for (int i = 0, j = 0, k = 0; k < length; k++) {
      boolean mine =
          j == other.values.length || (i < values.length && values[i] <= other.values[j]);
      mergedValues[k] = mine ? values[i] : other.values[j];
      mergedCounts[k] = mine ? counts[i++] : other.counts[j++];
    }
    return new Histogram(mergedValues, mergedCounts);
  }
}
