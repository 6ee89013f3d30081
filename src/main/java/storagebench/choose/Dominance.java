package storagebench.choose;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who beats whom beyond doubt, of those that are in. One beats another if it is smaller, and slower
 * by at most the margin, if at all. It beats it outright if it is not larger and not slower.
 *
 * @param contenders from the smallest to the largest
 * @param in which of them race
 * @param bounds of their differences
 * @param margin on the log scale
 */
record Dominance(List<Contender> contenders, List<Integer> in, Bounds bounds, double margin) {

  /** Those that beat it outright. Any that beats one of these beats it as well. */
  Set<Integer> outright(int i) {
    return in.stream()
        .filter(j -> j != i && !isSmaller(i, j) && bounds.upper(j, i) <= 0)
        .collect(Collectors.toSet());
  }

  /** Those that beat it, outright or within the margin. */
  Set<Integer> beating(int i) {
    return in.stream()
        .filter(j -> j != i && bounds.upper(j, i) <= limit(j, i))
        .collect(Collectors.toSet());
  }

  private double limit(int j, int i) {
    if (isSmaller(i, j)) {
      return Double.NEGATIVE_INFINITY;
    }
    return isSmaller(j, i) ? margin : 0;
  }

  /** Those that are not larger, and neither told from it nor equal to it. */
  List<Integer> open(int i) {
    return in.stream().filter(k -> k < i && !isTold(k, i) && !isEqual(k, i)).toList();
  }

  /** Those that are not larger, and equal to it. */
  List<Integer> equal(int i) {
    return in.stream().filter(k -> k < i && !isTold(k, i) && isEqual(k, i)).toList();
  }

  /** Whether the larger is faster beyond doubt. */
  private boolean isTold(int k, int i) {
    return isSmaller(k, i) && bounds.lower(k, i) > 0;
  }

  /** Whether the larger is not faster by more than the margin; of two of one size, neither. */
  private boolean isEqual(int k, int i) {
    return bounds.upper(k, i) <= margin && (isSmaller(k, i) || bounds.upper(i, k) <= margin);
  }

  private boolean isSmaller(int one, int other) {
    return contenders.get(one).bytesPerRow() < contenders.get(other).bytesPerRow();
  }
}
