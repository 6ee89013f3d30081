package storagebench.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import storagebench.UserError;
import storagebench.server.SqlScript;

/**
 * What the server's catalog says that a definition has made: what was measured is what was asked
 * for.
 *
 * @param connection stays the caller's
 * @param relations the table, or its partitions that hold rows, within the schema
 */
record TableCatalog(Connection connection, List<String> relations) {
  /**
   * The definition with the access method of the table that it made.
   *
   * @throws UserError if it made no table that holds rows, or one of another access method
   */
  Variant stored(Variant variant) throws SQLException {
    Variant stored = variant;
    for (String relation : relations) {
      String method = accessMethod(variant, relation);
      if (variant.isFile()) {
        requireKnown(variant, method);
        stored = variant.storedBy(method);
      } else if (!variant.accessMethod().equals(method)) {
        throw new UserError(
            "the DDL of variant "
                + variant
                + " made a table of access method "
                + method
                + "; expected "
                + variant.accessMethod()
                + ": say USING "
                + variant.accessMethod()
                + " in it");
      }
    }
    return stored;
  }

  /** DDL of the user's may make no table, or something else of its name. */
  private String accessMethod(Variant variant, String relation) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query("access_method", relation))) {
      if (!row.next() || !row.getString("relkind").equals("r")) {
        throw new UserError(
            "the DDL of variant "
                + variant
                + " made no table storage_bench.:\"table\" that holds rows; expected CREATE TABLE"
                + " of that name, without partitions");
      }
      return row.getString("amname");
    }
  }

  private static void requireKnown(Variant variant, String method) {
    SortedSet<String> known = SqlScript.list("size");
    if (!known.contains(method)) {
      throw new UserError(
          "the DDL of variant "
              + variant
              + " made a table of access method "
              + method
              + ", whose size the suite cannot read; expected one of "
              + String.join(", ", known));
    }
  }

  /**
   * Makes sure that the server took the options as they are: one that it changed without a word
   * would be measured under a wrong name.
   *
   * @param asked value of each option
   * @throws UserError if the catalog has another value
   */
  void requireOptions(Variant variant, Map<String, String> asked) throws SQLException {
    if (asked.isEmpty()) {
      return;
    }
    for (String relation : relations) {
      Map<String, Set<String>> had = options(relation);
      asked.forEach(
          (option, value) -> {
            Set<String> values = had.getOrDefault(option, Set.of());
            if (!values.equals(Set.of(value))) {
              throw new UserError(
                  "the table of variant "
                      + variant
                      + " has "
                      + option
                      + " "
                      + (values.isEmpty() ? "nowhere" : String.join(" and ", values))
                      + " in the server's catalog; expected "
                      + value
                      + " alone: choose a value that the server takes as it is");
            }
          });
    }
  }

  /** Each may stand in several places of the catalog. */
  private Map<String, Set<String>> options(String relation) throws SQLException {
    Map<String, Set<String>> options = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query("options", relation))) {
      while (row.next()) {
        String[] option = row.getString("option").split("=", 2);
        options.computeIfAbsent(option[0], name -> new TreeSet<>()).add(option[1]);
      }
    }
    return options;
  }

  private static String query(String script, String relation) {
    return SqlScript.named(script).statement(Map.of("table", relation));
  }
}
