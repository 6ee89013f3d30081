package storagebench.results;

/**
 * How JMH makes one score of the values of the iterations. Its JSON does not say by which of its
 * policies; it is the one by which the values give the score.
 */
enum Aggregation {
  MEAN,
  SUM,
  MAXIMUM,
  MINIMUM,
  /** Of more than these values, as a percentile of all samples is. */
  OTHER;

  /** JMH adds the values in another order. */
  private static final double ROUNDING = 1e-9;

  /**
   * The first policy by which the values give the score.
   *
   * @param values those of the iterations that have the metric
   * @param iterations how many iterations there were
   */
  static Aggregation of(double score, Series values, int iterations) {
    for (Aggregation how : new Aggregation[] {MEAN, SUM, MAXIMUM, MINIMUM}) {
      double made = how.of(values, iterations);
      if (Math.abs(made - score) <= ROUNDING * Math.abs(score)) {
        return how;
      }
    }
    return OTHER;
  }

  /**
   * The score of the values. An iteration that lacks the metric counts as 0, as it does for JMH
   * (BenchmarkResult.getSecondaryResults).
   *
   * @param iterations how many iterations there were
   * @return for {@link #OTHER} the mean of the values
   */
  double of(Series values, int iterations) {
    double[] all = values.toArray();
    boolean padded = all.length < iterations;
    return switch (this) {
      case MEAN -> values.sum() / Math.max(all.length, iterations);
      case SUM -> values.sum();
      case MAXIMUM ->
          values.stream().max().stream().map(max -> padded ? Math.max(0, max) : max).sum();
      case MINIMUM ->
          values.stream().min().stream().map(min -> padded ? Math.min(0, min) : min).sum();
      case OTHER -> values.mean();
    };
  }
}
