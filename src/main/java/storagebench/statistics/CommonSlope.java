package storagebench.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * One slope through several groups of points, each group on a level of its own: analysis of
 * covariance (Snedecor and Cochran, Statistical Methods, 7th edition, section 18.5). What all
 * groups have in common shows even where each has too few points to tell.
 */
public final class CommonSlope {
  private CommonSlope() {}

  /**
   * Points of one group.
   *
   * @param x where they lie
   * @param y what was measured there; as many
   */
  public record Group(double[] x, double[] y) {}

  /**
   * The slope with its Student interval; the degrees of freedom are the points less one a group and
   * one for the slope.
   *
   * @return NaN if no group has two points apart; without an interval from too few points
   */
  public static Estimate of(List<Group> groups) {
    double sxx = 0;
    double sxy = 0;
    double syy = 0;
    int points = 0;
    for (Group group : groups) {
      double meanX = Arrays.stream(group.x).average().orElse(0);
      double meanY = Arrays.stream(group.y).average().orElse(0);
      for (int i = 0; i < group.x.length; i++) {
        double x = group.x[i] - meanX;
        double y = group.y[i] - meanY;
        sxx += x * x;
        sxy += x * y;
        syy += y * y;
      }
      points += group.x.length;
    }
    double slope = sxx > 0 ? sxy / sxx : Double.NaN;
    double degrees = points - groups.size() - 1.0;
    double residual = Math.max(0, syy - slope * sxy);
    double half = Estimate.t(degrees) * Math.sqrt(residual / degrees / sxx);
    return new Estimate(slope, slope - half, slope + half);
  }
}
