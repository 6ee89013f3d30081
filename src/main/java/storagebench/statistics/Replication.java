package storagebench.statistics;

import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.NormalDistribution;

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

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * The number of units a side, at least {@code fewest}.
   *
   * @return empty if it is more than {@link #MOST} or the spread is unknown
   */
  public OptionalInt unitsToSettle(LogDifference difference, int fewest) {
    double distance = Math.abs(difference.value()) - margin;
    // To be inside the margin both ends of the interval have to be: each may fail half as often.
    double level = distance > 0 ? alpha : confidenceAlpha;
    double chance = distance > 0 ? power : (1 + power) / 2;
    double normal = NORMAL.inverseSurvivalProbability(level / 2);
    double quantiles = normal + NORMAL.inverseCumulativeProbability(chance);
    double least = difference.variance() * Math.pow(quantiles / distance, 2);
    if (!(least <= MOST)) {
      return OptionalInt.empty();
    }
    // Student's quantiles are larger than the normal ones, by less the more units there are.
    int units = Math.max(fewest, (int) Math.ceil(least));
    while (units <= MOST && !settles(difference.withUnits(units), level, chance, distance)) {
      units++;
    }
    return units <= MOST ? OptionalInt.of(units) : OptionalInt.empty();
  }

  private static boolean settles(
      LogDifference difference, double level, double chance, double distance) {
    return (difference.critical(level) + difference.quantile(chance)) * difference.error()
        <= Math.abs(distance);
  }
}
