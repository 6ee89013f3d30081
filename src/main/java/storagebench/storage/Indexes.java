package storagebench.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import storagebench.UserError;

/**
 * The indexes of a table, which are built before the first batch: none, all of the workload's, or
 * one of them.
 *
 * @param name {@code false}, {@code true}, or the columns of the one, as in {@code region+city}
 */
public record Indexes(String name) {
  public static final Indexes NONE = new Indexes("false");
  public static final Indexes ALL = new Indexes("true");

  private static final Pattern COLUMNS = Pattern.compile("\\((.*)\\)");

  /** The names of those that can be had one at a time. */
  public static List<String> each(Workload workload) {
    return workload.indexes().statements(Map.of("table", "t")).stream()
        .map(Indexes::columns)
        .toList();
  }

  /**
   * Builds them.
   *
   * @throws UserError if the workload has no such index
   */
  void create(Connection connection, Workload workload, String table) throws SQLException {
    if (!isOf(workload)) {
      throw new UserError(unlike(workload));
    }
    try (Statement statement = connection.createStatement()) {
      for (String sql : workload.indexes().statements(Map.of("table", table))) {
        if (equals(ALL) || columns(sql).equals(name)) {
          statement.execute(sql);
        }
      }
    }
  }

  /** Whether it is one of several. */
  public boolean isOne() {
    return !equals(ALL) && !equals(NONE);
  }

  /** Whether a workload has them. */
  public boolean isOf(Workload workload) {
    return !isOne() || each(workload).contains(name);
  }

  /** What a workload has instead. */
  public String unlike(Workload workload) {
    return "indexes is '"
        + name
        + "'; expected false, true or, of workload "
        + workload.name()
        + ", one of "
        + String.join(", ", new TreeSet<>(each(workload)));
  }

  /** Without the quotes of names. */
  private static String columns(String statement) {
    Matcher columns = COLUMNS.matcher(statement);
    if (!columns.find()) {
      throw new IllegalStateException("an index of no columns: " + statement);
    }
    return columns.group(1).replace(", ", "+").replace("\"", "");
  }
}
