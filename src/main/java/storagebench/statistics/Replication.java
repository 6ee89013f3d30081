package storagebench.statistics;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * How many units a side would settle a difference, were it and its spread as they were measured.
 *
 * <p>The usual iteration on Student's quantiles (as in Cohen, Statistical Power Analysis, 2nd
 * edition, section 12.1): the distance to the margin has to be the critical quantile and the
 * quantile of the power, times the standard error with that many units.
 *
 * @param alpha level of the test for a change
 * @param confidenceAlpha level of the interval that has to lie inside the margin
 * @param power probability of the answer
 * @param margin on the log scale
 */
public record Replication(double alpha, double confidenceAlpha, double power, double margin) {
  /** Beyond this number nobody would go: the difference is as good as the margin. */
  public static final int MOST = 1000;

  /**
   * The number of units a side, at least {@code fewest}.
   *
   * @return empty if it is more than {@link #MOST} or the spread is unknown
   */
  public OptionalInt unitsToSettle(LogDifference difference, int fewest) {
    double distance = Math.abs(difference.value()) - margin;
    if (Double.isNaN(difference.variance())) {
      return OptionalInt.empty();
    }
    return smallest(
        fewest,
        units -> {
          LogDifference then = difference.withUnits(units);
          return distance > 0
              ? (then.critical(alpha) + then.quantile(power)) * then.error() <= distance
              // Both ends of the interval have to be inside: each may fail half as often.
              : (then.critical(confidenceAlpha) + then.quantile((1 + power) / 2)) * then.error()
                  <= -distance;
        });
  }

  private static OptionalInt smallest(int fewest, IntPredicate enough) {
    if (!enough.test(MOST)) {
      return OptionalInt.empty();
    }
    int low = fewest;
    int high = MOST;
    while (low < high) {
      int middle = (low + high) / 2;
      if (enough.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return OptionalInt.of(low);
  }
}
