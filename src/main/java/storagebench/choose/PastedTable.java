package storagebench.choose;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import storagebench.results.Params;
import storagebench.run.plan.PlannedCell;
import storagebench.storage.Variant;

/** The CREATE TABLE of a pick, for the user's own schema. */
final class PastedTable {
  private static final String SCHEMA = "storage_bench.";

  private PastedTable() {}

  /**
   * The statements that made its table, with names of the user's: a table of the user's is the one
   * that the new one is like, whose distribution it takes over.
   */
  static String of(PlannedCell cell) {
    Variant variant = cell.variant().orElseThrow();
    String like =
        cell.workload().equals(Params.CALL_DETAIL_RECORDS) ? "call_detail_record" : cell.workload();
    Map<String, String> variables = new TreeMap<>(Map.of("table", "new_table", "template", like));
    // Options have values of their own; what is left is not of the table, such as its distribution.
    variant.file().variables().stream()
        .filter(name -> !variant.takes(name))
        .forEach(name -> variables.putIfAbsent(name, ""));
    List<String> statements = variant.ddl().statements(variables);
    return String.join(";\n", statements)
            .replace(SCHEMA + like, like)
            .replace(SCHEMA + "\"", "\"")
            .strip()
        + ";\n";
  }
}
