package storagebench.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Treatments, each measured once in every round until it leaves: means, and the residual variance
 * of the additive model treatment + round. What all treatments of a round have in common falls out.
 *
 * <p>The difference of two treatments that have not left is the mean of their differences within
 * the rounds, which is also its least-squares estimate. The residual sum of squares grows with each
 * round by that of the recursive residuals sqrt((n - 1) / n) (y - mean of the n - 1 rounds before)
 * about their mean over the treatments of the round (Helmert contrasts; Brown, Durbin and Evans,
 * "Techniques for testing the constancy of regression relationships over time", Journal of the
 * Royal Statistical Society B 37, 1975).
 *
 * <p>A treatment may vary more than others. So each also has a variance of its own, a mean of the
 * common one and that of its own residuals with weights {@value #PRIOR_DEGREES} and their number
 * (Smyth, "Linear models and empirical Bayes methods for assessing differential expression in
 * microarray experiments", Statistical Applications in Genetics and Molecular Biology 3, 2004). It
 * only counts where it is larger: as a guard, not as a gain.
 */
public final class TwoWayLayout {
  private static final int PRIOR_DEGREES = 4;

  private final Optional<TwoWayLayout> before;
  private final int[] counts;
  private final double[] means;
  private final double[] squares;
  private final double sumOfSquares;
  private final int degrees;

  private TwoWayLayout(
      Optional<TwoWayLayout> before,
      int[] counts,
      double[] means,
      double[] squares,
      double sumOfSquares,
      int degrees) {
    this.before = before;
    this.counts = counts;
    this.means = means;
    this.squares = squares;
    this.sumOfSquares = sumOfSquares;
    this.degrees = degrees;
  }

  /** So many treatments before the first round. */
  public static TwoWayLayout of(int treatments) {
    return new TwoWayLayout(
        Optional.empty(),
        new int[treatments],
        new double[treatments],
        new double[treatments],
        0,
        0);
  }

  /**
   * The layout with one round more.
   *
   * @param values one a treatment; NaN for those that have left, which never return
   */
  public TwoWayLayout with(double... values) {
    double[] residuals = new double[values.length];
    double sum = 0;
    int present = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        double n = counts[i] + 1.0;
        residuals[i] = Math.sqrt((n - 1) / n) * (values[i] - means[i]);
        sum += residuals[i];
        present++;
      }
    }
    boolean first = Arrays.stream(counts).allMatch(n -> n == 0);
    return first || present < 2
        ? next(values, new double[values.length], 0)
        : next(values, squares(values, residuals, sum / present), present - 1);
  }

  private static double[] squares(double[] values, double[] residuals, double mean) {
    double[] more = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double residual = residuals[i] - mean;
      more[i] = Double.isNaN(values[i]) ? 0 : residual * residual;
    }
    return more;
  }

  private TwoWayLayout next(double[] values, double[] more, int moreDegrees) {
    int[] nextCounts = counts.clone();
    double[] nextMeans = means.clone();
    double[] nextSquares = squares.clone();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        nextCounts[i]++;
        nextMeans[i] += (values[i] - means[i]) / nextCounts[i];
        nextSquares[i] += moreDegrees > 0 ? more[i] * (moreDegrees + 1) / moreDegrees : 0;
      }
    }
    return new TwoWayLayout(
        Optional.of(this),
        nextCounts,
        nextMeans,
        nextSquares,
        sumOfSquares + Arrays.stream(more).sum(),
        degrees + moreDegrees);
  }

  /** Rounds in which the treatment was. */
  public int rounds(int treatment) {
    return counts[treatment];
  }

  /** Mean of the treatment, one less the other. */
  public double difference(int one, int other) {
    if (counts[one] != counts[other]) {
      throw new IllegalArgumentException("one of " + one + " and " + other + " has left");
    }
    return means[one] - means[other];
  }

  /**
   * Mean of the treatment as if it had been in all rounds: its own, and by how much the means of
   * those of the last round have changed on average since it left.
   */
  public double adjusted(int treatment) {
    int most = Arrays.stream(counts).max().orElse(0);
    TwoWayLayout then = this;
    while (Arrays.stream(then.counts).max().orElse(0) > counts[treatment]) {
      then = then.before.orElseThrow();
    }
    double[] earlier = then.means;
    return means[treatment]
        + IntStream.range(0, counts.length)
            .filter(i -> counts[i] == most)
            .mapToDouble(i -> means[i] - earlier[i])
            .average()
            .orElse(0);
  }

  /** Degrees of freedom of the residual variance. */
  public int degrees() {
    return degrees;
  }

  /** Residual variance of all treatments; NaN without degrees of freedom. */
  public double variance() {
    return sumOfSquares / degrees;
  }

  /** Deviation of a difference within one round: the mean's is smaller by sqrt(rounds). */
  public double deviation(int one, int other) {
    return Math.sqrt(Math.max(2 * variance(), own(one) + own(other)));
  }

  private double own(int treatment) {
    int residuals = Math.max(0, counts[treatment] - 1);
    return (PRIOR_DEGREES * variance() + squares[treatment]) / (PRIOR_DEGREES + residuals);
  }
}
