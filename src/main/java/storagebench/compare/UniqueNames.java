package storagebench.compare;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import storagebench.compare.match.CellName;
import storagebench.compare.verdict.Row;

/**
 * Names of rows for tools that know a metric by its name alone, and by that name from night to
 * night: always with the class of the method, in full, so that a name stays when another class gets
 * a method of the same name; with a number where a tool's letters leave no other difference.
 */
public final class UniqueNames {
  private final Map<Row, String> names = new IdentityHashMap<>();

  private UniqueNames() {}

  /**
   * Names these rows.
   *
   * @param allowed what a name becomes in the letters that the tool takes
   */
  public static UniqueNames of(List<Row> rows, UnaryOperator<String> allowed) {
    UniqueNames unique = new UniqueNames();
    Set<String> taken = new HashSet<>();
    for (Row row : rows) {
      String name = allowed.apply(CellName.withClass(row.identity()) + " " + row.measure().name());
      String free = name;
      for (int i = 2; !taken.add(free); i++) {
        free = name + "_" + i;
      }
      unique.names.put(row, free);
    }
    return unique;
  }

  /** The name of one of the rows. */
  public String of(Row row) {
    return names.get(row);
  }
}
