package storagebench.compare.verdict;

import java.util.Locale;

/** What changed from the baseline to the candidate. */
public enum Verdict {
  /** Worse: the interval of the ratio lies beyond the margin and the corrected test agrees. */
  REGRESSION,
  /** Better, by the same rule. */
  IMPROVEMENT,
  /** The interval lies inside the margin. */
  EQUIVALENT,
  /** Neither: it could not be told. */
  INCONCLUSIVE,
  /** Something differs that has to be equal. */
  NOT_COMPARABLE;

  /** As people and files write it, such as {@code not comparable}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
