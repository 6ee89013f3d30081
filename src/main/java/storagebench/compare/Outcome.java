package storagebench.compare;

import java.util.Locale;
import storagebench.compare.verdict.Verdict;

/** The verdict on the suite, and the exit code that says so. */
public enum Outcome {
  /** Nothing got worse, as far as could be told. */
  NO_REGRESSION(0),
  /** At least one cell got worse. */
  REGRESSION(1),
  /** Some cells could not be told apart, and the caller asked to be told. */
  INCONCLUSIVE(3),
  /** Some cells were not measured alike, or there is none to compare. */
  NOT_COMPARABLE(4);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  /**
   * A regression counts most, then what was not measured alike. Cells of which no ratio can be
   * made, such as one with a score of 0, count only where there is no verdict on anything else.
   */
  public static Outcome of(Comparison comparison, boolean failOnInconclusive) {
    if (comparison.count(Verdict.REGRESSION) > 0) {
      return REGRESSION;
    }
    boolean unlike = comparison.rows().stream().anyMatch(row -> !row.differences().isEmpty());
    if (unlike || comparison.count(Verdict.NOT_COMPARABLE) == comparison.rows().size()) {
      return NOT_COMPARABLE;
    }
    boolean asked = failOnInconclusive && comparison.inconclusive() > 0;
    boolean unseen = comparison.options().mustSee().isPresent() && !comparison.unseen().isEmpty();
    return asked || unseen ? INCONCLUSIVE : NO_REGRESSION;
  }

  /** Exit code of the command. */
  public int exitCode() {
    return exitCode;
  }

  /** As people and files write it, such as {@code no regression}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
