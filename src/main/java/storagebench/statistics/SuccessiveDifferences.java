package storagebench.statistics;

/**
 * The variance of values that were measured one after the other, from the squares of their
 * successive differences: slow drift and a few steps hardly add to it, as they do to the usual
 * estimate (von Neumann, Kent, Bellinson and Hart, "The mean square successive difference", Annals
 * of Mathematical Statistics 12, 1941).
 *
 * @param variance of one value; NaN without a difference
 * @param degrees degrees of freedom of {@code variance}; 0 without a difference
 */
public record SuccessiveDifferences(double variance, double degrees) {
  /**
   * The variance by these differences, each of a value and the one before it.
   *
   * @param differences in the order of the values; those across a known step left out
   */
  public static SuccessiveDifferences of(double... differences) {
    int n = differences.length;
    if (n == 0) {
      return new SuccessiveDifferences(Double.NaN, 0);
    }
    double squares = 0;
    for (double difference : differences) {
      squares += difference * difference;
    }
    // Two differences share a value, so that n of them are worth about two thirds of n.
    return new SuccessiveDifferences(squares / (2 * n), 2.0 * n * n / (3.0 * n - 1));
  }
}
