package storagebench.results;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What rows can be told apart by: {@code benchmark}, {@code mode}, {@code threads} or the name of a
 * parameter. The unit is no key: results that differ in it cannot be put together.
 */
public record Key(String name) {
  /** The benchmark method. */
  public static final Key BENCHMARK = new Key("benchmark");

  /** JMH's mode. Results of different modes are never put together. */
  public static final Key MODE = new Key("mode");

  /** JMH's number of threads. */
  public static final Key THREADS = new Key("threads");

  /** The storage variant. */
  public static final Key VARIANT = new Key(Identity.VARIANT);

  private static final List<String> FIRST =
      List.of(Identity.VARIANT, "benchmark", "batchSize", "indexes", "threads", "mode");

  private static final Comparator<String> IN_ORDER =
      Comparator.comparingInt((String name) -> FIRST.contains(name) ? FIRST.indexOf(name) : 99)
          .thenComparing(Comparator.naturalOrder());

  /** Every key that the cells have, in the order in which people look for them. */
  public static List<Key> of(List<Cell> cells) {
    SortedSet<String> params = new TreeSet<>(IN_ORDER);
    cells.forEach(cell -> params.addAll(cell.identity().params().keySet()));
    params.addAll(List.of(BENCHMARK.name, MODE.name, THREADS.name));
    return params.stream().map(Key::new).toList();
  }

  /** Value of the key; empty where the cell has no such parameter or it was projected away. */
  public Optional<String> of(Identity identity) {
    if (equals(BENCHMARK)) {
      return Optional.of(identity.benchmark()).filter(b -> !b.isEmpty());
    }
    if (equals(MODE)) {
      return Optional.of(identity.mode());
    }
    if (equals(THREADS)) {
      return Optional.of(identity.threads()).filter(t -> t > 0).map(String::valueOf);
    }
    return identity.param(name);
  }

  /** The identity with another value of this key. */
  public Identity set(Identity i, String value) {
    if (equals(BENCHMARK)) {
      return new Identity(value, i.mode(), i.params(), i.threads(), i.unit());
    }
    if (equals(MODE)) {
      return new Identity(i.benchmark(), value, i.params(), i.threads(), i.unit());
    }
    return equals(THREADS) ? i.withThreads(threads(value)) : i.with(name, value);
  }

  /** The number; one that no cell has where the text is none. */
  private static int threads(String value) {
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
  }

  /** The identity without this key: equal for cells that differ in nothing else. */
  public Identity dropFrom(Identity i) {
    if (equals(BENCHMARK)) {
      return new Identity("", i.mode(), i.params(), i.threads(), i.unit());
    }
    if (equals(MODE)) {
      return i;
    }
    return equals(THREADS) ? i.withThreads(0) : i.without(name);
  }
}
