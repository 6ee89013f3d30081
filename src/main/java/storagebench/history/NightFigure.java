package storagebench.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import storagebench.compare.match.MeasuredCell;
import storagebench.compare.verdict.ForkTotals;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.Obstacle;
import storagebench.compare.verdict.Sample;
import storagebench.statistics.Estimate;
import storagebench.statistics.Moments;
import storagebench.statistics.RatioEstimate;

/**
 * What is kept of one metric of a cell: enough to compare nights, and none of the raw data.
 *
 * @param unit of {@code value}, {@code least} and {@code most}
 * @param better {@code higher} or {@code lower}
 * @param exact whether it is a size, which has no error of measurement
 * @param value all forks together, as a report shows it
 * @param logMean mean of the natural logarithms of the forks' figures
 * @param logDeviation their standard deviation; 0 of one fork, which has none
 * @param forks how many there were
 * @param least the smallest figure of a fork
 * @param most the largest
 */
public record NightFigure(
    String unit,
    String better,
    boolean exact,
    double value,
    double logMean,
    double logDeviation,
    int forks,
    double least,
    double most) {
  private static final String HIGHER = "higher";
  private static final String LOWER = "lower";

  public NightFigure {
    boolean known = unit != null && (HIGHER.equals(better) || LOWER.equals(better));
    boolean finite =
        Double.isFinite(logMean)
            && logDeviation >= 0
            && logDeviation < Double.POSITIVE_INFINITY
            && isPositive(value)
            && isPositive(least)
            && isPositive(most);
    if (!known || !finite || forks < 1) {
      throw new IllegalArgumentException("a figure is not positive or says too little of itself");
    }
  }

  private static boolean isPositive(double figure) {
    return figure > 0 && figure < Double.POSITIVE_INFINITY;
  }

  /**
   * The figure of a cell.
   *
   * @return empty where the cell does not have it, or a fork has none of which a ratio can be made,
   *     such as the size of indexes that nobody built
   */
  static Optional<NightFigure> of(Measure asked, MeasuredCell cell) {
    if (Obstacle.of(asked, cell).isPresent()) {
      return Optional.empty();
    }
    Measure measure = asked.in(cell);
    return new ForkTotals(measure, cell)
        .sample()
        .filter(sample -> Double.isFinite(sample.least()))
        .map(
            sample ->
                of(
                    measure.unit(cell.identity()),
                    measure.higherIsBetter(cell.identity()),
                    measure.exact(),
                    sample));
  }

  private static NightFigure of(String unit, boolean higher, boolean exact, Sample sample) {
    double deviation = Moments.of(sample.values()).deviation();
    return new NightFigure(
        unit,
        higher ? HIGHER : LOWER,
        exact,
        sample.figure(),
        sample.mean(),
        Double.isNaN(deviation) ? 0 : deviation,
        sample.count(),
        Math.exp(sample.least()),
        Math.exp(sample.most()));
  }

  /** The figure with its 95 % interval from the forks of its night, or the range of sizes. */
  public Estimate estimate() {
    return exact
        ? new Estimate(value, least, most)
        : new RatioEstimate(value, logDeviation / Math.sqrt(forks), forks - 1.0).estimate();
  }

  /** Whether more is better. */
  @JsonIgnore
  public boolean isHigherBetter() {
    return better.equals(HIGHER);
  }
}
