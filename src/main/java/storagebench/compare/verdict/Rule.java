package storagebench.compare.verdict;

import storagebench.statistics.Estimate;

/** How a ratio with its interval becomes a verdict: a pure function. */
final class Rule {
  private Rule() {}

  /**
   * The verdict; with NaN in the ratio nothing could be told.
   *
   * @param ratio candidate / baseline with its interval
   * @param margin 0.03 for 3 %; as many times less counts as much as more
   * @param beyond whether the corrected test finds a change beyond the margin
   * @param changed whether the corrected test finds any change
   */
  static Verdict verdict(
      Estimate ratio, double margin, boolean beyond, boolean changed, boolean higherIsBetter) {
    double upper = 1 + margin;
    double lower = 1 / upper;
    if (beyond && ratio.low() > upper) {
      return higherIsBetter ? Verdict.IMPROVEMENT : Verdict.REGRESSION;
    }
    if (beyond && ratio.high() < lower) {
      return higherIsBetter ? Verdict.REGRESSION : Verdict.IMPROVEMENT;
    }
    if (ratio.low() >= lower && ratio.high() <= upper) {
      return Verdict.EQUIVALENT;
    }
    return changed && excludesOne(ratio) ? Verdict.DIFFERS : Verdict.COULD_NOT_TELL;
  }

  /** Whether 1 lies outside the interval. */
  static boolean excludesOne(Estimate ratio) {
    return ratio.low() > 1 || ratio.high() < 1;
  }
}
