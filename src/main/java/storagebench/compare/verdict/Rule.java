package storagebench.compare.verdict;

import storagebench.statistics.Estimate;

/** How a ratio with its interval becomes a verdict: a pure function. */
final class Rule {
  private Rule() {}

  /**
   * The verdict; NaN in the ratio is inconclusive.
   *
   * @param ratio candidate / baseline with its interval
   * @param margin 0.03 for 3 %; as many times less counts as much as more
   * @param testAgrees whether the corrected test finds a change beyond the margin
   */
  static Verdict verdict(
      Estimate ratio, double margin, boolean testAgrees, boolean higherIsBetter) {
    double upper = 1 + margin;
    double lower = 1 / upper;
    if (testAgrees && ratio.low() > upper) {
      return higherIsBetter ? Verdict.IMPROVEMENT : Verdict.REGRESSION;
    }
    if (testAgrees && ratio.high() < lower) {
      return higherIsBetter ? Verdict.REGRESSION : Verdict.IMPROVEMENT;
    }
    return ratio.low() >= lower && ratio.high() <= upper
        ? Verdict.EQUIVALENT
        : Verdict.INCONCLUSIVE;
  }
}
