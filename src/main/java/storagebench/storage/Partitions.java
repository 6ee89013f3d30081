package storagebench.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import storagebench.server.Server;
import storagebench.server.SqlScript;

/** How the rows of a table are spread over relations. */
public enum Partitions {
  /** One relation holds them all. */
  NONE {
    @Override
    void create(Connection connection, SqlScript ddl, Map<String, String> variables)
        throws SQLException {
      ddl.execute(connection, variables);
    }

    @Override
    List<String> relations(Connection connection, String table) {
      return List.of(table);
    }
  },

  /** A relation for each hour of the day, by call_date and call_hour. */
  HOURLY {
    @Override
    void create(Connection connection, SqlScript ddl, Map<String, String> variables)
        throws SQLException {
      String table = variables.get("table");
      Map<String, String> leaf = new TreeMap<>(variables);
      SqlScript.named("partition/parent").execute(connection, variables);
      for (int hour = 0; hour < HOURS; hour++) {
        String partition = String.format(Locale.ROOT, "%s_%02d", table, hour);
        leaf.put("table", partition);
        ddl.execute(connection, leaf);
        SqlScript.named("partition/attach")
            .execute(
                connection,
                Map.of(
                    "table", table,
                    "partition", partition,
                    "date", DATE,
                    "hour", Integer.toString(hour),
                    "end", Integer.toString(hour + 1)));
      }
    }

    @Override
    List<String> relations(Connection connection, String table) throws SQLException {
      List<String> leaves = new ArrayList<>();
      String query = SqlScript.named("partition/leaves").statement(Map.of("table", table));
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          leaves.add(rows.getString("relname"));
        }
      }
      return leaves;
    }

    @Override
    public Optional<String> obstacle(Server server) {
      return server.versionNumber() < TREE_SINCE
          ? Optional.of("the server is older than PostgreSQL 12 and has no pg_partition_tree")
          : Optional.empty();
    }
  };

  private static final int HOURS = 24;

  /** The day of traffic. */
  private static final String DATE = "2025-01-01";

  private static final int TREE_SINCE = 120_000;

  /**
   * Creates the table and its partitions, all empty.
   *
   * @param ddl makes one relation that holds rows
   * @param variables of the DDL, {@code table} among them
   */
  abstract void create(Connection connection, SqlScript ddl, Map<String, String> variables)
      throws SQLException;

  /** The relations that hold the rows. */
  abstract List<String> relations(Connection connection, String table) throws SQLException;

  /** As on the command line and in results. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Why the server cannot do this; empty if it can. */
  public Optional<String> obstacle(Server server) {
    return Optional.empty();
  }
}
