package storagebench.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A two-sided test that is looked at again and again while its data comes in, unit by unit, and
 * still errs as seldom as it says: the level is spent over the looks (Lan and DeMets, Biometrika
 * 70, 1983).
 *
 * <p>The variance is not known, so the bounds are carried over to Student's distribution by their
 * probabilities: the significance-level approach (Jennison and Turnbull, Group Sequential Methods
 * with Applications to Clinical Trials, 2000, section 3.5). Intervals at the level of a look are
 * repeated confidence intervals: they hold at all looks together, so also where one stopped, and
 * whatever made one stop (Jennison and Turnbull, "Interim analyses: the repeated confidence
 * interval approach", Journal of the Royal Statistical Society B 51, 1989).
 *
 * @param spending how the level is used up
 * @param first units at the first look; one look after each further unit
 * @param maximum units at the last look
 */
public record GroupSequential(Spending spending, int first, int maximum) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double LEAST_ALPHA = 1e-9;
  private static final int TABLE_POINTS = 61;
  private static final int STEPS = 32;

  /** A report asks for few different levels, but often. */
  private static final Map<GroupSequential, Map<Double, double[]>> BOUNDS =
      new ConcurrentHashMap<>();

  private static final Map<GroupSequential, double[][]> TABLES = new ConcurrentHashMap<>();

  public GroupSequential {
    if (first < 2 || maximum < first) {
      throw new IllegalArgumentException("looks from " + first + " to " + maximum + " units");
    }
  }

  /**
   * The bounds of the standard normal statistic, a look each.
   *
   * @param alpha level of the whole test, two-sided
   */
  public double[] bounds(double alpha) {
    return BOUNDS
        .computeIfAbsent(this, design -> new ConcurrentHashMap<>())
        .computeIfAbsent(alpha, this::solve)
        .clone();
  }

  /**
   * Two-sided level of the look at so many units.
   *
   * @return 0 before the first look
   */
  public double level(int units, double alpha) {
    if (units < first) {
      return 0;
    }
    return 2 * NORMAL.survivalProbability(bounds(alpha)[look(units)]);
  }

  /**
   * The smallest level of the whole test at which this look would reject: a p-value that is valid
   * wherever one stops (Liu and Anderson, "On adaptive extensions of group sequential trials for
   * clinical investigations", Journal of the American Statistical Association 103, 2008).
   *
   * @param p two-sided p-value of the data of this look taken by itself
   * @return good to one in a thousand; NaN if {@code p} is, 1 before the first look
   */
  public double overall(int units, double p) {
    if (Double.isNaN(p)) {
      return Double.NaN;
    }
    if (units < first) {
      return 1;
    }
    double[] levels = TABLES.computeIfAbsent(this, GroupSequential::table)[look(units)];
    int above = 0;
    while (above < levels.length && levels[above] < Math.log(p)) {
      above++;
    }
    if (above == 0 || above == levels.length) {
      return above == 0 ? LEAST_ALPHA : 1;
    }
    double part = (Math.log(p) - levels[above - 1]) / (levels[above] - levels[above - 1]);
    return Math.exp(logAlpha(above - 1 + part));
  }

  private int look(int units) {
    return Math.min(units, maximum) - first;
  }

  /** The logarithm of the level of every look at alphas that rise evenly on the log scale. */
  private double[][] table() {
    double[][] levels = new double[maximum - first + 1][TABLE_POINTS];
    for (int i = 0; i < TABLE_POINTS; i++) {
      double[] bounds = solve(Math.exp(logAlpha(i)));
      for (int look = 0; look < bounds.length; look++) {
        levels[look][i] = Math.log(2 * NORMAL.survivalProbability(bounds[look]));
      }
    }
    return levels;
  }

  private static double logAlpha(double point) {
    return Math.log(LEAST_ALPHA) * (1 - point / (TABLE_POINTS - 1));
  }

  private double[] solve(double alpha) {
    double[] shares = new double[maximum - first + 1];
    for (int look = 0; look < shares.length; look++) {
      shares[look] = (first + look) / (double) maximum;
    }
    return solve(spending, alpha, shares);
  }

  /**
   * The bounds of the standard normal statistic.
   *
   * @param shares of the data that are there at each look, rising to 1
   */
  static double[] solve(Spending spending, double alpha, double... shares) {
    double[] bounds = new double[shares.length];
    SequentialDensity density = SequentialDensity.START;
    double spent = 0;
    for (int look = 0; look < shares.length; look++) {
      double now = spending.onOneSide(alpha / 2, shares[look]);
      bounds[look] = bound(density, shares[look], now - spent);
      density = density.continued(shares[look], bounds[look]);
      spent = now;
    }
    return bounds;
  }

  /** Where the statistic leaves on one side, for the first time, with that probability. */
  private static double bound(SequentialDensity before, double share, double probability) {
    double low = 0;
    double high = 10;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (before.leaving(share, middle) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
