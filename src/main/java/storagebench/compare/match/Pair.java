package storagebench.compare.match;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import storagebench.results.Difference;
import storagebench.results.Identity;

/**
 * One cell on both sides.
 *
 * @param baseline what is there
 * @param candidate what may be worse
 * @param differences what makes them not comparable
 * @param allowed differences that the caller accepts
 */
public record Pair(
    MeasuredCell baseline,
    MeasuredCell candidate,
    List<Difference> differences,
    List<Difference> allowed) {
  static Pair of(
      MeasuredCell baseline,
      MeasuredCell candidate,
      List<Difference> all,
      Predicate<Difference> allowed) {
    return new Pair(
        baseline,
        candidate,
        all.stream().filter(allowed.negate()).toList(),
        all.stream().filter(allowed).toList());
  }

  /** The cell; a parameter that differs has both values, such as {@code AO → AOCO}. */
  public Identity identity() {
    return identity(baseline.identity(), candidate.identity());
  }

  /** The cell that these two are compared as. */
  public static Identity identity(Identity baseline, Identity candidate) {
    SortedMap<String, String> params = new TreeMap<>(baseline.params());
    params.replaceAll(
        (name, value) -> {
          String other = candidate.param(name).orElse(value);
          return value.equals(other) ? value : value + " → " + other;
        });
    return new Identity(
        baseline.benchmark(), baseline.mode(), params, baseline.threads(), baseline.unit());
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
