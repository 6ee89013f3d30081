package storagebench.results;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What rows can be told apart by: {@code benchmark}, {@code threads} or the name of a parameter.
 * Mode and unit are no keys: results that differ in them cannot be put together.
 */
public record Key(String name) {
  /** The benchmark method. */
  public static final Key BENCHMARK = new Key("benchmark");

  /** JMH's number of threads. */
  public static final Key THREADS = new Key("threads");

  /** The storage variant. */
  public static final Key VARIANT = new Key(Identity.VARIANT);

  /** Every key that the cells have: benchmark, threads, then the parameters by name. */
  public static List<Key> of(List<Cell> cells) {
    SortedSet<String> params = new TreeSet<>();
    cells.forEach(cell -> params.addAll(cell.identity().params().keySet()));
    params.removeAll(List.of(BENCHMARK.name, THREADS.name));
    return Stream.concat(Stream.of(BENCHMARK, THREADS), params.stream().map(Key::new)).toList();
  }

  /** Value of the key; empty where the cell has no such parameter or it was projected away. */
  public Optional<String> of(Identity identity) {
    if (equals(BENCHMARK)) {
      return Optional.of(identity.benchmark()).filter(b -> !b.isEmpty());
    }
    if (equals(THREADS)) {
      return Optional.of(identity.threads()).filter(t -> t > 0).map(String::valueOf);
    }
    return identity.param(name);
  }

  /** The identity without this key. */
  Identity dropFrom(Identity i) {
    if (equals(BENCHMARK)) {
      return new Identity("", i.mode(), i.params(), i.threads(), i.unit());
    }
    return equals(THREADS) ? i.withThreads(0) : i.without(name);
  }
}
