package storagebench.history;

import storagebench.compare.verdict.Verdict;
import storagebench.statistics.Estimate;

/**
 * What the newest night of a line says about one span.
 *
 * @param line which line
 * @param place of the newest night among its points
 * @param span how far back
 * @param ratio newest nights / those of a span ago
 * @param p corrected probability of such a gap without a change; NaN for sizes and where there are
 *     too few nights
 * @param smallest the smallest ratio above 1 that would have been found with a probability of 0.8;
 *     NaN for sizes and where there are too few nights
 * @param verdict a regression or an improvement is a change that was found tonight
 */
public record Reading(
    Line line, int place, Span span, Estimate ratio, double p, double smallest, Verdict verdict) {
  /** Whether a change was found. */
  public boolean isChange() {
    return verdict == Verdict.REGRESSION || verdict == Verdict.IMPROVEMENT;
  }
}
