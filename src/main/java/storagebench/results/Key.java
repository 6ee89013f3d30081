package storagebench.results;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  public static final Key VARIANT = new Key(Params.VARIANT);

  /** The compressor of the table. */
  public static final Key COMPRESSTYPE = new Key(Params.COMPRESSTYPE);

  /** How hard the compressor tries. */
  public static final Key COMPRESSLEVEL = new Key(Params.COMPRESSLEVEL);

  /** Sets parameters apart whose names are those of other keys. */
  private static final String PARAM = "param:";

  private static final Set<String> OTHERS = Set.of("benchmark", "mode", "threads");

  private static final List<String> FIRST =
      List.of(
          Params.WORKLOAD,
          Params.VARIANT,
          Params.COMPRESSTYPE,
          Params.COMPRESSLEVEL,
          "benchmark",
          Params.BATCH_SIZE,
          Params.INDEXES,
          "threads",
          "mode");

  /** Whether it is an option of the table definition, which only some variants have. */
  public boolean isOption() {
    return Params.OPTIONS.contains(name);
  }

  /**
   * Every key that the cells have, in the order in which people look for them. Where one option of
   * a table definition was chosen, those that were not are said too.
   */
  public static List<Key> of(List<Cell> cells) {
    SortedSet<String> params = new TreeSet<>(Key::compareNames);
    cells.forEach(cell -> params.addAll(cell.identity().params().keySet()));
    if (params.stream().anyMatch(Params.OPTIONS::contains)) {
      Params.OPTIONS.stream()
          .filter(option -> cells.stream().anyMatch(cell -> new Key(option).isSaidOf(cell)))
          .forEach(params::add);
    }
    params.addAll(List.of(BENCHMARK.name, MODE.name, THREADS.name));
    return params.stream().map(Key::new).toList();
  }

  private boolean isSaidOf(Cell cell) {
    return of(cell.identity()).filter(value -> !value.equals(Params.DEFAULT)).isPresent();
  }

  /** Name of the key that a parameter of this name is: its own, unless another key has it. */
  public static String ofParam(String param) {
    return OTHERS.contains(param) ? PARAM + param : param;
  }

  /** Name of the parameter that this key, which is one, stands for. */
  public static String param(String key) {
    return key.startsWith(PARAM) && OTHERS.contains(key.substring(PARAM.length()))
        ? key.substring(PARAM.length())
        : key;
  }

  /** Value of the key; empty where the cell has no such parameter or it was projected away. */
  public Optional<String> of(Identity identity) {
    return switch (name) {
      case "benchmark" -> present(!identity.benchmark().isEmpty(), identity.benchmark());
      case "mode" -> Optional.of(identity.mode());
      case "threads" -> present(identity.threads() > 0, Integer.toString(identity.threads()));
      case Params.WORKLOAD -> Optional.of(identity.param(name).orElse(Params.CALL_DETAIL_RECORDS));
      default -> isOption() ? option(identity) : identity.param(name);
    };
  }

  /** As results say, or else what the variant has without being told. */
  private Optional<String> option(Identity identity) {
    String value = identity.param(name).orElse(identity.usual(name));
    return present(!value.equals(Params.NOT_APPLICABLE), value);
  }

  /** Those that people look for first, then by the alphabet. */
  private static int compareNames(String a, String b) {
    int order = Integer.compare(rank(a), rank(b));
    return order != 0 ? order : a.compareTo(b);
  }

  private static int rank(String name) {
    return FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size();
  }

  private static Optional<String> present(boolean whether, String value) {
    return whether ? Optional.of(value) : Optional.empty();
  }

  /** The identity with another value of this key. */
  public Identity set(Identity i, String value) {
    return switch (name) {
      case "benchmark" -> new Identity(value, i.mode(), i.params(), i.threads(), i.unit());
      case "mode" -> new Identity(i.benchmark(), value, i.params(), i.threads(), i.unit());
      case "threads" -> i.withThreads(threads(value));
      case Params.WORKLOAD ->
          value.equals(Params.CALL_DETAIL_RECORDS) ? i.without(name) : i.with(name, value);
      default -> isOption() && value.equals(i.usual(name)) ? i.without(name) : i.with(name, value);
    };
  }

  /** The number; one that no cell has where the text is none. */
  private static int threads(String value) {
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
  }

  /**
   * The identity without this key: equal for cells that differ in nothing else. A variant is taken
   * away with its options, because another has others.
   */
  public Identity dropFrom(Identity i) {
    return switch (name) {
      case "benchmark" -> new Identity("", i.mode(), i.params(), i.threads(), i.unit());
      case "mode" -> i;
      case "threads" -> i.withThreads(0);
      case Params.VARIANT -> i.withoutVariant();
      default -> isOption() ? i.with(name, Params.NOT_APPLICABLE) : i.without(name);
    };
  }
}
