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
  /** A change, but whether it lies beyond the margin is not known: inconclusive. */
  DIFFERS,
  /** Neither a change nor that there is none: inconclusive. */
  COULD_NOT_TELL,
  /** Something differs that has to be equal. */
  NOT_COMPARABLE;

  /** Whether more forks could give another verdict. */
  public boolean isInconclusive() {
    return this == DIFFERS || this == COULD_NOT_TELL;
  }

  /** As people and files write it, such as {@code not comparable}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
