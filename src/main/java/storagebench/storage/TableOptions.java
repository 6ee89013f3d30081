package storagebench.storage;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import storagebench.results.Params;

/**
 * The options that the file of a definition leaves open: as variables of the file, and as values of
 * the parameters of the same names.
 *
 * @param defaults what the file says, by name
 * @param chosen what is to be instead, only of options that the file has
 */
record TableOptions(SortedMap<String, String> defaults, SortedMap<String, String> chosen) {
  /** Of PAX's own encodings and of none there are no levels. */
  private static final Set<String> WITHOUT_LEVEL = Set.of("none", "rle", "delta");

  private static final String NO_LEVEL = "0";

  /** Lists of columns: a comma would separate values of the parameter. */
  private static final String COLUMNS = "_columns";

  private static final String NO_COLUMNS = "none";

  TableOptions {
    defaults = new TreeMap<>(defaults);
    chosen = new TreeMap<>(chosen);
  }

  /** Those of a file's variables that are options. */
  static TableOptions of(Map<String, String> variables) {
    SortedMap<String, String> defaults = new TreeMap<>(variables);
    defaults.keySet().retainAll(Params.OPTIONS);
    return new TableOptions(defaults, new TreeMap<>());
  }

  /** Whether the file leaves an option open. */
  boolean has(String option) {
    return defaults.containsKey(option);
  }

  /**
   * These with others as parameters have them. Those that the file does not have are ignored, and
   * {@link Params#DEFAULT} and {@link Params#NOT_APPLICABLE} change nothing.
   */
  TableOptions with(Map<String, String> parameters) {
    SortedMap<String, String> all = new TreeMap<>(chosen);
    parameters.forEach(
        (option, value) -> {
          if (has(option)
              && !value.equals(Params.DEFAULT)
              && !value.equals(Params.NOT_APPLICABLE)) {
            all.put(option, variable(option, value));
          }
        });
    return new TableOptions(defaults, all);
  }

  /**
   * The options as variables of the file.
   *
   * @param workload what the rows ask for where nobody chose, by name
   */
  Map<String, String> variables(Map<String, String> workload) {
    Map<String, String> all = new TreeMap<>(workload);
    all.keySet().retainAll(defaults.keySet());
    defaults.forEach(all::putIfAbsent);
    all.putAll(chosen);
    if (WITHOUT_LEVEL.contains(all.getOrDefault(Params.COMPRESSTYPE, ""))) {
      all.computeIfPresent(Params.COMPRESSLEVEL, (option, level) -> NO_LEVEL);
    }
    return all;
  }

  /** An option as results record it, see {@link Variant#parameter}. */
  String parameter(String option) {
    String value = variables(Map.of()).get(option);
    if (value == null || option.equals(Params.COMPRESSLEVEL) && value.equals(NO_LEVEL)) {
      return Params.NOT_APPLICABLE;
    }
    if (!option.endsWith(COLUMNS)) {
      return value;
    }
    return !chosen.containsKey(option)
        ? Params.DEFAULT
        : value.isEmpty() ? NO_COLUMNS : value.replace(',', '+');
  }

  private static String variable(String option, String value) {
    return !option.endsWith(COLUMNS)
        ? value
        : value.equals(NO_COLUMNS) ? "" : value.replace('+', ',');
  }
}
