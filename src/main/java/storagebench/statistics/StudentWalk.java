package storagebench.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Student's t of growing samples of normal values without a difference, unit after unit: where it
 * is if it has not left the bounds so far. The recursion of Armitage, McPherson and Rowe ("Repeated
 * significance tests on accumulating data", Journal of the Royal Statistical Society A 132, 1969),
 * carried from a known to an estimated variance, so that small samples err as seldom as large ones
 * (Jennison and Turnbull, "Exact calculations for sequential t, chi-squared and F tests",
 * Biometrika 78, 1991).
 *
 * <p>It takes one dimension. The angle phi between the sample x(1..n) and the plane of mean zero,
 * with t = tan(phi) sqrt(n - 1), has a density in cos(phi)^(n-2). The next value by the length of
 * the sample is tan(psi) with psi independent of all earlier angles, because the direction of a
 * normal sample is independent of its length, and of density cos(psi)^(n-1). Together, sqrt(n + 1)
 * sin(phi') = sqrt(n) sin(phi) cos(psi) + sin(psi).
 */
final class StudentWalk {
  private static final int CELLS = 400;
  private static final double RIGHT_ANGLE = Math.PI / 2;

  /** Beyond so many standard deviations of a large sample's t there is next to nothing. */
  private static final double FAR = 7;

  private final int first;
  private final int maximum;
  private final Set<Integer> looks;
  private final double[][][] steps;

  /**
   * @param looks numbers of units at which the bounds count, rising
   */
  StudentWalk(int... looks) {
    this.first = looks[0];
    this.maximum = looks[looks.length - 1];
    this.looks = Arrays.stream(looks).boxed().collect(Collectors.toSet());
    this.steps =
        IntStream.range(first, maximum).mapToObj(StudentWalk::step).toArray(double[][][]::new);
  }

  /**
   * The two-sided level of each look, so that the probability of having left by then is what the
   * spending function says.
   */
  double[] levels(Spending spending, double alpha) {
    List<Double> levels = new ArrayList<>();
    double[] masses = IntStream.range(0, CELLS).mapToDouble(this::start).toArray();
    double[] before = null;
    double spent = 0;
    for (int units = first; units <= maximum; units++) {
      if (looks.contains(units)) {
        double now = spending.onOneSide(alpha / 2, units / (double) maximum);
        double bound = bound(before, units, now - spent);
        levels.add(2 * below(units - 2, -bound));
        truncate(masses, before, units, bound);
        spent = now;
      }
      before = atMiddles(masses);
      masses = units < maximum ? next(before, steps[units - first]) : before;
    }
    return levels.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double start(int cell) {
    return below(first - 2, edge(first, cell + 1)) - below(first - 2, edge(first, cell));
  }

  /** The angle beyond which, on one side, that probability leaves. */
  private double bound(double[] before, int units, double probability) {
    double low = 0;
    double high = limit(units);
    for (int i = 0; i < 45; i++) {
      double middle = (low + high) / 2;
      if (leaving(before, units, middle) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double leaving(double[] before, int units, double bound) {
    if (before == null) {
      return below(units - 2, -bound);
    }
    double sum = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      sum += before[cell] * above(units - 1, middle(units - 1, cell), bound);
    }
    return sum;
  }

  /** Takes away what left on either side; the walk is symmetric. */
  private void truncate(double[] masses, double[] before, int units, double bound) {
    for (int cell = CELLS / 2; cell < CELLS; cell++) {
      if (edge(units, cell + 1) > bound) {
        double stays =
            edge(units, cell) >= bound
                ? 0
                : leaving(before, units, edge(units, cell)) - leaving(before, units, bound);
        masses[cell] = stays;
        masses[CELLS - 1 - cell] = stays;
      }
    }
  }

  /**
   * Weights of the cells' middles that stand for their masses: moving a mass to the middle of its
   * cell would widen the distribution a little with every unit (Sheppard's correction).
   */
  private static double[] atMiddles(double[] masses) {
    double[] weights = masses.clone();
    for (int cell = 1; cell < CELLS - 1; cell++) {
      if (masses[cell - 1] > 0 && masses[cell + 1] > 0) {
        weights[cell] -= (masses[cell - 1] - 2 * masses[cell] + masses[cell + 1]) / 24;
      }
    }
    return weights;
  }

  private static double[] next(double[] masses, double[][] step) {
    double[] next = new double[CELLS];
    for (int from = 0; from < CELLS; from++) {
      for (int to = 0; to < CELLS && masses[from] != 0; to++) {
        next[to] += masses[from] * step[from][to];
      }
    }
    return next;
  }

  /** Probabilities from cell to cell when a sample of so many units gets one more. */
  private static double[][] step(int units) {
    double[][] step = new double[CELLS][CELLS];
    for (int from = 0; from < CELLS; from++) {
      double last = 1;
      for (int to = 0; to < CELLS; to++) {
        double rest = above(units, middle(units, from), edge(units + 1, to + 1));
        step[from][to] = last - rest;
        last = rest;
      }
    }
    return step;
  }

  /** Probability that the angle of one unit more is above the bound. */
  private static double above(int units, double angle, double bound) {
    double x = Math.sqrt(units) * Math.sin(angle);
    double cosine = Math.sqrt(units + 1.0) * Math.sin(bound) / Math.hypot(x, 1);
    if (Math.abs(cosine) >= 1) {
      return cosine > 0 ? 0 : 1;
    }
    double middle = Math.atan2(1, x);
    double half = Math.acos(cosine);
    return below(units - 1, middle + half)
        - below(units - 1, middle - half)
        + below(units - 1, middle + half - 2 * Math.PI);
  }

  /**
   * The distribution function of a density in cos(angle)^power between minus and plus a right
   * angle, by the usual reduction of its integral.
   */
  static double below(int power, double angle) {
    if (angle <= -RIGHT_ANGLE || angle >= RIGHT_ANGLE) {
      return angle < 0 ? 0 : 1;
    }
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    boolean odd = power % 2 == 1;
    double whole = odd ? 2 : Math.PI;
    double share = odd ? (1 + sine) / 2 : angle / Math.PI + 0.5;
    double term = odd ? cosine * cosine : cosine;
    for (int m = odd ? 3 : 2; m <= power; m += 2) {
      whole *= (m - 1.0) / m;
      share += term * sine / (m * whole);
      term *= cosine * cosine;
    }
    return share;
  }

  private static double limit(int units) {
    return Math.min(RIGHT_ANGLE, FAR / Math.sqrt(units));
  }

  /** The lower edge of a cell; the outermost cells have all that lies beyond. */
  private static double edge(int units, int cell) {
    if (cell == 0 || cell == CELLS) {
      return cell == 0 ? -RIGHT_ANGLE : RIGHT_ANGLE;
    }
    return limit(units) * (2.0 * cell / CELLS - 1);
  }

  private static double middle(int units, int cell) {
    return limit(units) * ((2.0 * cell + 1) / CELLS - 1);
  }
}
