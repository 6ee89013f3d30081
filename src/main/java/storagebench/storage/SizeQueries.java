package storagebench.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import storagebench.server.SqlScript;

/**
 * Reads the sizes of tables of a variant.
 *
 * @param connection stays the caller's
 * @param queries those whose answers the user may read; of the table's own bytes always
 */
record SizeQueries(Connection connection, List<SqlScript> queries) {
  /** Where the server counts bytes before compression. */
  private static final String TOOLKIT = "gp_toolkit";

  /** Asks what the user may read. */
  static SizeQueries of(Connection connection, Variant variant) throws SQLException {
    List<SqlScript> queries = new ArrayList<>(List.of(variant.sizes()));
    String usable = SqlScript.named("server/schema_usable").statement(Map.of("schema", TOOLKIT));
    try (Statement statement = connection.createStatement();
        ResultSet schema = statement.executeQuery(usable)) {
      if (schema.next()) {
        variant.uncompressed().ifPresent(queries::add);
      }
    }
    return new SizeQueries(connection, queries);
  }

  /** The sizes of these relations together. */
  Footprint footprint(List<String> relations) throws SQLException {
    Map<String, Long> sums = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      for (String relation : relations) {
        for (SqlScript script : queries) {
          for (String query : script.statements(Map.of("table", relation))) {
            addFigures(statement, query, sums);
          }
        }
      }
    }
    Long uncompressed = sums.get("uncompressed_bytes");
    return new Footprint(
        sums.get("table_bytes"),
        sums.get("index_bytes"),
        sums.get("auxiliary_bytes"),
        uncompressed == null ? OptionalLong.empty() : OptionalLong.of(uncompressed));
  }

  private static void addFigures(Statement statement, String query, Map<String, Long> sums)
      throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      ResultSetMetaData columns = row.getMetaData();
      while (row.next()) {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          sums.merge(columns.getColumnLabel(i), row.getLong(i), Long::sum);
        }
      }
    }
  }
}
