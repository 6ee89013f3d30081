package storagebench.compare.match;

import java.util.List;
import java.util.function.Predicate;
import storagebench.compare.input.Measured;

/**
 * One cell on both sides.
 *
 * @param baseline what is there
 * @param candidate what may be worse
 * @param differences what makes them not comparable
 * @param allowed differences that the caller accepts
 */
public record Pair(
    Measured baseline, Measured candidate, List<Difference> differences, List<Difference> allowed) {
  static Pair of(
      Measured baseline, Measured candidate, List<Difference> all, Predicate<Difference> allowed) {
    return new Pair(
        baseline,
        candidate,
        all.stream().filter(allowed.negate()).toList(),
        all.stream().filter(allowed).toList());
  }

  /** What makes this metric not comparable. */
  public List<Difference> differences(String metric) {
    return differences.stream().filter(d -> d.concerns(metric)).toList();
  }

  /** The differences that the caller accepts and that concern this metric. */
  public List<Difference> allowed(String metric) {
    return allowed.stream().filter(d -> d.concerns(metric)).toList();
  }

  /** What the candidate's figures of this metric are multiplied by to be in the baseline's unit. */
  public double factor(String metric) {
    return allowed.stream()
        .filter(d -> d.isUnitOf(metric))
        .findFirst()
        .flatMap(Difference::factor)
        .orElse(1.0);
  }

  /** Whether nothing is in the way of any metric. */
  public boolean comparable() {
    return differences.isEmpty();
  }
}
