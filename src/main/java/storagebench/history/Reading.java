package storagebench.history;

import storagebench.compare.verdict.Judge;
import storagebench.compare.verdict.Verdict;
import storagebench.statistics.Estimate;
import storagebench.statistics.LogDifference;

/**
 * What a night of a line says about one span.
 *
 * @param line which line
 * @param place of the night among its points
 * @param span how far back
 * @param ratio newest nights / those of a span ago
 * @param p corrected probability of such a gap without a change; NaN for sizes and where there are
 *     too few nights
 * @param verdict a regression or an improvement is a change that was found on this night
 * @param difference the same as {@code ratio} on the log scale
 * @param margin what is too small to matter, as a share
 * @param level of the strictest test of the night
 */
public record Reading(
    Line line,
    int place,
    Span span,
    Estimate ratio,
    double p,
    Verdict verdict,
    LogDifference difference,
    double margin,
    double level) {
  /** Whether a change was found. */
  public boolean isChange() {
    return verdict == Verdict.REGRESSION || verdict == Verdict.IMPROVEMENT;
  }

  /**
   * The smallest ratio above 1 that 80 of 100 such nights would have found, by the strictest test;
   * NaN for sizes and where there are too few nights.
   */
  public double smallest() {
    return Double.isNaN(p)
        ? Double.NaN
        : Math.max(1 + margin, difference.smallestRatio(level, Judge.POWER, 0));
  }
}
