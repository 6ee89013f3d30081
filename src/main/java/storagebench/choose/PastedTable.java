package storagebench.choose;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import storagebench.run.plan.PlannedCell;
import storagebench.storage.BenchSchema;
import storagebench.storage.Variant;
import storagebench.storage.Workload;

/** The CREATE TABLE of a pick, for the user's own schema. */
final class PastedTable {
  /** What the new table is called. */
  private static final String NEW = "new_table";

  /** What the table is called that the new one is like, where it is not known. */
  static final String YOURS = "your_table";

  /** Definitions may quote names, or not. */
  private static final Pattern QUALIFIED =
      Pattern.compile(BenchSchema.NAME + "\\.(?=\"?(?:" + NEW + "|" + YOURS + ")\\b)");

  private static final Pattern LIKE = Pattern.compile("\"?\\b" + YOURS + "\\b\"?");

  private PastedTable() {}

  /**
   * The statements that made its table, with names of the user's: a table whose rows the workload
   * has is the one that the new one is like, whose distribution it takes over.
   *
   * @param table variables of the DDL of a table for the rows, see {@link Workload#table}
   */
  static String of(PlannedCell cell, Map<String, String> table) {
    Variant variant = cell.variant().orElseThrow();
    Map<String, String> variables = new TreeMap<>(table);
    variables.putAll(variant.options(table));
    variables.putAll(Map.of("table", NEW, "template", YOURS, "distribution", ""));
    String all = String.join(";\n", variant.file().statements(variables)).strip() + ";\n";
    String own = QUALIFIED.matcher(all).replaceAll("");
    return Workload.isTable(cell.workload())
        ? LIKE.matcher(own).replaceAll(Matcher.quoteReplacement(cell.workload()))
        : own;
  }
}
