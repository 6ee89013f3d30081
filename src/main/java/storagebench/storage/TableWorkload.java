package storagebench.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import storagebench.UserError;
import storagebench.server.SqlDiagnosis;
import storagebench.server.SqlScript;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;

/**
 * The rows of a table of the user's, which is only read: those at its beginning are numbered in a
 * copy, and batches are slices of that. After the last row comes the first again. Opening it reads
 * the whole table once.
 */
final class TableWorkload extends ServerWorkload {
  /** The server allows a table 1,600 columns, and the copy needs one for the number. */
  private static final int MOST_COLUMNS = 1599;

  /** Few tables are copied more than once: the copy begins with so many rows, and then doubles. */
  private static final long FEWEST_COPIED = 1_000_000;

  private static final String REPLICATED = "DISTRIBUTED REPLICATED";

  private final String relation;
  private final String order;
  private final String definition;
  private final Contents contents;

  private TableWorkload(
      Connection connection, String name, Map<String, String> found, Contents contents, String key)
      throws SQLException {
    super(connection, name, key, TEMPLATE_PREFIX + key, found.get("relation"));
    this.relation = found.get("relation");
    this.order =
        table().get("distribution").equals(REPLICATED)
            ? "whole_row::text COLLATE \"C\""
            : found.get("row_order");
    this.definition = found.get("definition");
    this.contents = contents;
  }

  static TableWorkload open(String name, Connection connection) {
    try {
      Map<String, String> found = row(connection, "source/find", Map.of("name", name));
      require(found, name);
      Contents contents = contents(connection, found.get("relation"));
      if (contents.rows() == 0) {
        throw new UserError("workload " + name + " has no rows; name a table that has some");
      }
      String key =
          String.format(
              "table_%08x_%016x",
              (found.get("relation") + found.get("definition") + contents.rows()).hashCode(),
              contents.checksum());
      makeTemplate(
          connection,
          TEMPLATE_PREFIX + key,
          () ->
              SqlScript.named("source/template")
                  .execute(
                      connection,
                      Map.of(
                          "template", TEMPLATE_PREFIX + key, "relation", found.get("relation"))));
      return new TableWorkload(connection, name, found, contents, key);
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("read workload " + name, e);
    }
  }

  private static void require(Map<String, String> found, String name) {
    if (found.isEmpty()) {
      throw new UserError(
          "workload " + name + ": no such table; write it as schema.table, quoted as in SQL");
    }
    if (found.get("has_rows").equals("f")) {
      throw new UserError("workload " + name + " is no table, view or foreign table; name one");
    }
    if (found.get("readable").equals("f")) {
      throw new UserError("workload " + name + " may not be read by this user; GRANT SELECT on it");
    }
    int columns = Integer.parseInt(found.get("columns"));
    if (columns == 0 || columns > MOST_COLUMNS) {
      throw new UserError(
          "workload "
              + name
              + " has "
              + columns
              + " columns; expected 1 to "
              + MOST_COLUMNS
              + ": make a view of as many");
    }
  }

  @Override
  public void requireSame(Connection connection) {
    try {
      Contents now = contents(connection, relation);
      if (!now.equals(contents)) {
        throw new UserError(
            String.format(
                "workload %s changed during the run: it had %d rows with checksum %016x and has %d"
                    + " rows with checksum %016x; measure a table that stays, or a copy",
                name(), contents.rows(), contents.checksum(), now.rows(), now.checksum()));
      }
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("read workload " + name() + " again", e);
    }
  }

  @Override
  void fill(Staging staging, String staged, Batch batch) throws SQLException {
    // What is there before the first batch repeats the table's beginning.
    long start =
        batch.first() >= CallStream.ORIGIN
            ? batch.first() - CallStream.ORIGIN
            : CallStream.ORIGIN - batch.first() - batch.rows();
    long at = start % contents.rows();
    String numbered = numbered(staging, Math.min(at + batch.rows(), contents.rows()));
    for (long left = batch.rows(); left > 0; ) {
      long times = at == 0 ? Math.max(1, left / contents.rows()) : 1;
      long rows = Math.min(left, contents.rows() - at);
      slice(staging.connection(), staged, numbered, times, at, rows);
      left -= times * rows;
      at = 0;
    }
  }

  private void slice(
      Connection connection, String staged, String numbered, long times, long at, long rows)
      throws SQLException {
    Map<String, String> variables = new TreeMap<>();
    variables.put("table", staged);
    variables.put("numbered", numbered);
    variables.put("list", columns());
    variables.put("times", Long.toString(times));
    variables.put("first", Long.toString(at));
    variables.put("last", Long.toString(at + rows - 1));
    SqlScript.named("source/slice").execute(connection, variables);
  }

  /** The numbered copy, with so many rows at least. */
  private String numbered(Staging staging, long rows) throws SQLException {
    return staging.copy(
        rows,
        Math.min(contents.rows(), Math.max(FEWEST_COPIED, 2 * rows)),
        (table, size) ->
            SqlScript.named("source/rows")
                .execute(
                    staging.connection(),
                    Map.of(
                        "table",
                        table,
                        "relation",
                        relation,
                        "row_order",
                        order,
                        "rows",
                        Long.toString(size))));
  }

  @Override
  Map<String, Object> facts(Staging staging) {
    return new TreeMap<>(
        Map.of(
            "columns", definition,
            "rows", contents.rows(),
            "checksum", String.format("%016x", contents.checksum())));
  }

  private static Contents contents(Connection connection, String relation) throws SQLException {
    return Contents.of(
        connection, SqlScript.named("source/checksum").statement(Map.of("relation", relation)));
  }
}
