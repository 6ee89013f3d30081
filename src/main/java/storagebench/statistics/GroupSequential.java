package storagebench.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A two-sided t-test that is looked at again and again while its data comes in, unit by unit, and
 * still errs as seldom as it says: the level is spent over the looks (Lan and DeMets, "Discrete
 * sequential boundaries for clinical trials", Biometrika 70, 1983), with bounds for Student's t,
 * not for the normal distribution (see {@link StudentWalk}).
 *
 * <p>Intervals at the level of a look are repeated confidence intervals: they hold at all looks
 * together, so also where one stopped, and whatever made one stop (Jennison and Turnbull, "Interim
 * analyses: the repeated confidence interval approach", Journal of the Royal Statistical Society B
 * 51, 1989).
 *
 * @param spending how the level is used up
 * @param first units at the first look, at least 3; one look after each further unit
 * @param maximum units at the last look
 */
public record GroupSequential(Spending spending, int first, int maximum) {
  private static final double LEAST_ALPHA = 1e-8;
  private static final int TABLE_POINTS = 65;

  /** A report asks for few different designs and levels, but often. */
  private static final Map<GroupSequential, Solved> SOLVED = new ConcurrentHashMap<>();

  /**
   * What is known of a design.
   *
   * @param walk to ask for more
   * @param levels of the looks, by alpha
   * @param table logarithms of the level of every look, at alphas that rise evenly on that scale
   */
  private record Solved(StudentWalk walk, Map<Double, double[]> levels, double[][] table) {}

  public GroupSequential {
    if (first < 3 || maximum < first) {
      throw new IllegalArgumentException("looks from " + first + " to " + maximum + " units");
    }
  }

  /**
   * Two-sided level of the look at so many units, as if the data were looked at only then.
   *
   * @param alpha level of the whole test, two-sided
   * @return 0 before the first look
   */
  public double level(int units, double alpha) {
    if (units < first) {
      return 0;
    }
    return solved().levels.computeIfAbsent(alpha, this::levels)[look(units)];
  }

  /**
   * The smallest level of the whole test at which this look would reject: a p-value that is valid
   * wherever one stops (Liu and Anderson, "On adaptive extensions of group sequential trials for
   * clinical investigations", Journal of the American Statistical Association 103, 2008).
   *
   * @param p two-sided p-value of the data of this look taken by itself
   * @return good to three in a thousand; NaN if {@code p} is, 1 before the first look
   */
  public double overall(int units, double p) {
    if (Double.isNaN(p) || units < first) {
      return Double.isNaN(p) ? p : 1;
    }
    double[] levels = solved().table[look(units)];
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

  private Solved solved() {
    return SOLVED.computeIfAbsent(this, GroupSequential::solve);
  }

  private Solved solve() {
    StudentWalk walk = new StudentWalk(IntStream.rangeClosed(first, maximum).toArray());
    double[][] byAlpha =
        IntStream.range(0, TABLE_POINTS)
            .mapToObj(point -> walk.levels(spending, Math.exp(logAlpha(point))))
            .toArray(double[][]::new);
    double[][] table = new double[maximum - first + 1][TABLE_POINTS];
    for (int look = 0; look < table.length; look++) {
      for (int point = 0; point < TABLE_POINTS; point++) {
        table[look][point] = Math.log(byAlpha[point][look]);
      }
    }
    return new Solved(walk, new ConcurrentHashMap<>(), table);
  }

  private double[] levels(double alpha) {
    return solved().walk.levels(spending, alpha);
  }

  private static double logAlpha(double point) {
    return Math.log(LEAST_ALPHA) * (1 - point / (TABLE_POINTS - 1));
  }
}
