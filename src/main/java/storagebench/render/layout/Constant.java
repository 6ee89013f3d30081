package storagebench.render.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import storagebench.results.Key;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Table;

/**
 * What is said once above a table: a key or unit that would be repeated in each of its rows.
 *
 * @param said the one value
 * @param owners the variants or methods that have it, in brackets, where others do not; else empty
 */
record Constant(String said, String owners) {
  /**
   * Empty where the column tells rows apart. An option of a variant, and a parameter of some
   * methods, does not, where all that have it have the same.
   */
  static Optional<Constant> of(Table table, Column column, List<Entry> entries) {
    boolean isUnit = entries.size() > 1 && column.heading().equals(Column.UNIT);
    boolean isKey = column.key().filter(key -> !key.equals(Key.VARIANT)).isPresent();
    boolean isOption = column.key().filter(Key::isOption).isPresent();
    boolean someHaveIt = isOption || isKey && isOfMethods(table, entries);
    List<Entry> said = entries.stream().filter(e -> !someHaveIt || !e.isBlank()).toList();
    return (isUnit || isKey)
            && !said.isEmpty()
            && !said.get(0).isBlank()
            && said.stream().map(Entry::text).distinct().count() == 1
        ? Optional.of(
            new Constant(
                Grid.names(column, said).get(0),
                owners(names(table, isOption ? Key.VARIANT : Key.BENCHMARK), entries)))
        : Optional.empty();
  }

  /** Whether each method has it in all of its rows or in none. */
  private static boolean isOfMethods(Table table, List<Entry> entries) {
    List<String> methods = names(table, Key.BENCHMARK);
    return !methods.isEmpty()
        && IntStream.range(0, entries.size())
                .mapToObj(i -> methods.get(i) + entries.get(i).isBlank())
                .distinct()
                .count()
            == methods.stream().distinct().count();
  }

  private static String owners(List<String> names, List<Entry> entries) {
    return names.isEmpty() || entries.stream().noneMatch(Entry::isBlank)
        ? ""
        : IntStream.range(0, entries.size())
            .filter(i -> !entries.get(i).isBlank())
            .mapToObj(names::get)
            .distinct()
            .collect(Collectors.joining(", ", " (", ")"));
  }

  /** What people read in the column of a key; none where the table has no such column. */
  private static List<String> names(Table table, Key key) {
    return IntStream.range(0, table.columns().size())
        .filter(i -> table.columns().get(i).key().filter(key::equals).isPresent())
        .mapToObj(i -> Grid.names(table.columns().get(i), table.column(i)))
        .findFirst()
        .orElse(List.of());
  }
}
