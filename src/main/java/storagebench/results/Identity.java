package storagebench.results;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import storagebench.results.Metric.Direction;

/**
 * What makes a row of a report the row it is. Two results with the same identity are more forks of
 * one cell.
 *
 * @param benchmark fully qualified name of the benchmark method; empty where projected away
 * @param mode JMH's short name of the mode, such as {@code ss}
 * @param params every parameter and its value as text; a projection leaves some out
 * @param threads JMH threads; 0 where projected away
 * @param unit unit of the primary score, such as {@code ms/op}
 */
public record Identity(
    String benchmark, String mode, SortedMap<String, String> params, int threads, String unit)
    implements Comparable<Identity> {
  public Identity {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** Value of a parameter, if this benchmark has it. */
  public Optional<String> param(String name) {
    return Optional.ofNullable(params.get(name));
  }

  /** This identity with one parameter removed: equal for cells that differ in nothing else. */
  Identity without(String name) {
    SortedMap<String, String> rest = new TreeMap<>(params);
    rest.remove(name);
    return new Identity(benchmark, mode, rest, threads, unit);
  }

  /** This identity with one parameter set. */
  Identity with(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(params);
    more.put(name, value);
    return new Identity(benchmark, mode, more, threads, unit);
  }

  /** This identity at another number of threads; 0 for any. */
  Identity withThreads(int number) {
    return new Identity(benchmark, mode, params, number, unit);
  }

  /** Whether more of the score is better: only in JMH's throughput mode. */
  public boolean higherIsBetter() {
    return mode.equals("thrpt");
  }

  /**
   * Whether mode and unit say opposite things of which way is better: operations a second in a mode
   * that measures time, or a time an operation in throughput mode.
   */
  public boolean contradictsItself() {
    return TimeUnits.direction(unit)
        .filter(direction -> (direction == Direction.HIGHER_IS_BETTER) != higherIsBetter())
        .isPresent();
  }

  /** By the first parameter, but the variant, in which they differ. */
  private static int compareParams(SortedMap<String, String> a, SortedMap<String, String> b) {
    SortedSet<String> names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    names.remove(Params.VARIANT);
    for (String name : names) {
      int order = ParamOrder.OF_VALUES.compare(a.getOrDefault(name, ""), b.getOrDefault(name, ""));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Workload by workload, the variants of each side by side; numbers by size. */
  @Override
  public int compareTo(Identity other) {
    int order = benchmark.compareTo(other.benchmark);
    order = order != 0 ? order : mode.compareTo(other.mode);
    order = order != 0 ? order : compareParams(params, other.params);
    order = order != 0 ? order : Integer.compare(threads, other.threads);
    order = order != 0 ? order : unit.compareTo(other.unit);
    return order != 0 ? order : ParamOrder.OF_VALUES.compare(variant(), other.variant());
  }

  private String variant() {
    return params.getOrDefault(Params.VARIANT, "");
  }
}
