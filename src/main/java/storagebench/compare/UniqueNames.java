package storagebench.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import storagebench.compare.match.CellName;
import storagebench.compare.verdict.Row;

/**
 * Names of rows for tools that know a metric by its name alone: the shortest that no other row has,
 * with the class where methods of several are called alike, and a number where that does not help.
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
    Map<String, Integer> users = new HashMap<>();
    rows.forEach(row -> users.merge(allowed.apply(VerdictText.name(row)), 1, Integer::sum));
    UniqueNames unique = new UniqueNames();
    Set<String> taken = new HashSet<>();
    for (Row row : rows) {
      String name = allowed.apply(VerdictText.name(row));
      if (users.get(name) > 1) {
        name = allowed.apply(CellName.withClass(row.identity()) + " " + row.measure().name());
      }
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
