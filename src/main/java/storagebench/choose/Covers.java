package storagebench.choose;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who stands for those that were dropped. If a, b and c are each slower than the next by the margin
 * at most, a beats b and b beats c, but a need not beat c: c may leave because of b, or b because
 * of a, but not both.
 *
 * @param beating by whom each that was dropped is beaten beyond doubt
 */
record Covers(Map<Integer, Set<Integer>> beating) {
  static final Covers NONE = new Covers(Map.of());

  /**
   * Whether each that was dropped before still has one that stands for it if another leaves that is
   * not beaten outright.
   *
   * @param in those that are in, this one included
   */
  boolean mayLeave(int leaving, Collection<Integer> in) {
    return beating.values().stream()
        .filter(covers -> covers.contains(leaving))
        .allMatch(covers -> covers.stream().anyMatch(c -> c != leaving && in.contains(c)));
  }

  /** With one more that was dropped. */
  Covers with(int dropped, Set<Integer> by, Set<Integer> outright) {
    Map<Integer, Set<Integer>> next = new HashMap<>();
    beating.forEach((other, covers) -> next.put(other, extended(covers, dropped, outright)));
    next.put(dropped, Set.copyOf(by));
    return new Covers(Map.copyOf(next));
  }

  private static Set<Integer> extended(Set<Integer> covers, int dropped, Set<Integer> outright) {
    if (!covers.contains(dropped)) {
      return covers;
    }
    Set<Integer> extended = new HashSet<>(covers);
    extended.addAll(outright);
    return extended;
  }

  /** Whether one that is in stands for it. */
  boolean isCovered(int dropped, Collection<Integer> in) {
    return beating.get(dropped).stream().anyMatch(in::contains);
  }
}
