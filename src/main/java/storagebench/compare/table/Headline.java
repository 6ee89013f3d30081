package storagebench.compare.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import storagebench.compare.Comparison;
import storagebench.compare.Outcome;
import storagebench.compare.verdict.OneSided;
import storagebench.compare.verdict.Verdict;

/** The whole answer in one line. */
public final class Headline {
  private Headline() {}

  /** Such as {@code Regression: 2 regressions, 3 equivalent.} */
  public static String of(Comparison comparison, Outcome outcome) {
    String counts =
        Arrays.stream(Verdict.values())
            .filter(verdict -> comparison.count(verdict) > 0)
            .map(verdict -> counted(comparison.count(verdict), verdict))
            .collect(Collectors.joining(", "));
    String label = outcome == Outcome.NO_REGRESSION ? outcome.label() + " found" : outcome.label();
    return Character.toUpperCase(label.charAt(0))
        + label.substring(1)
        + ": "
        + (counts.isEmpty() ? "nothing to compare is on both sides" : counts)
        + "."
        + only("baseline", comparison.onlyBaseline())
        + only("candidate", comparison.onlyCandidate());
  }

  /** No verdict stands for what is missing. */
  private static String only(String side, List<OneSided> there) {
    return there.isEmpty() ? "" : " Only in the " + side + ": " + OneSided.counted(there) + ".";
  }

  private static String counted(long count, Verdict verdict) {
    boolean noun = verdict == Verdict.REGRESSION || verdict == Verdict.IMPROVEMENT;
    return count + " " + verdict.label() + (noun && count > 1 ? "s" : "");
  }
}
