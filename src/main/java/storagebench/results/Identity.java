package storagebench.results;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
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

  /** Whether it is a result of that benchmark with these parameters, in whatever mode. */
  public boolean isOf(String itsBenchmark, Map<String, String> itsParams) {
    return benchmark.equals(itsBenchmark) && params.equals(itsParams);
  }

  /** The value of an option that the parameters do not have. */
  String usual(String option) {
    return Params.usual(variant(), option);
  }

  /** This identity with one parameter removed: equal for cells that differ in nothing else. */
  Identity without(String name) {
    SortedMap<String, String> rest = new TreeMap<>(params);
    rest.remove(name);
    return new Identity(benchmark, mode, rest, threads, unit);
  }

  /** This identity without its table definition: equal for cells that store the same rows. */
  Identity withoutVariant() {
    SortedMap<String, String> rest = new TreeMap<>(params);
    rest.remove(Params.VARIANT);
    Params.OPTIONS.forEach(rest::remove);
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

  /** By the first of these parameters in which they differ. */
  private int compareParams(Identity other, Collection<String> names) {
    return names.stream()
        .mapToInt(name -> ParamOrder.OF_VALUES.compare(comparable(name), other.comparable(name)))
        .filter(order -> order != 0)
        .findFirst()
        .orElse(0);
  }

  /** The parameters of either, but those of the table definition. */
  private SortedSet<String> workloadParams(Identity other) {
    SortedSet<String> names = new TreeSet<>(params.keySet());
    names.addAll(other.params.keySet());
    names.remove(Params.VARIANT);
    Params.OPTIONS.forEach(names::remove);
    return names;
  }

  /** Workload by workload, the variants of each side by side; numbers by size. */
  @Override
  public int compareTo(Identity other) {
    int order = benchmark.compareTo(other.benchmark);
    order = order != 0 ? order : mode.compareTo(other.mode);
    order = order != 0 ? order : compareParams(other, workloadParams(other));
    order = order != 0 ? order : Integer.compare(threads, other.threads);
    order = order != 0 ? order : unit.compareTo(other.unit);
    order = order != 0 ? order : ParamOrder.OF_VALUES.compare(variant(), other.variant());
    return order != 0 ? order : compareParams(other, Params.OPTIONS);
  }

  private String comparable(String name) {
    return params.getOrDefault(name, Params.OPTIONS.contains(name) ? usual(name) : "");
  }

  private String variant() {
    return params.getOrDefault(Params.VARIANT, "");
  }
}
