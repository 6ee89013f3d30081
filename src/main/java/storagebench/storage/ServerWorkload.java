package storagebench.storage;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import storagebench.UserError;
import storagebench.server.SqlScript;
import storagebench.workload.Batch;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;

/**
 * Rows that the server makes or has. What is to be known of their table, the server's catalog says
 * of the template; the client gets the rows, where it needs them, from the staged batch.
 */
abstract class ServerWorkload implements Workload {
  /** The names of all templates begin with this. */
  static final String TEMPLATE_PREFIX = "workload_";

  private final String name;
  private final String key;
  private final SqlScript indexes;
  private final Map<String, String> columns;
  private final Map<String, String> table = new TreeMap<>();

  /**
   * Reads the catalog.
   *
   * @param key as {@link #key}
   * @param template name within the schema; is there
   * @param indexed the table whose indexes are built, as SQL names it
   */
  ServerWorkload(Connection connection, String name, String key, String template, String indexed)
      throws SQLException {
    this.name = name;
    this.key = key;
    Map<String, String> variables = Map.of("table", template, "relation", indexed);
    columns = row(connection, "source/columns", variables);
    StringJoiner definitions = new StringJoiner(";\n");
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(SqlScript.named("source/indexes").statement(variables))) {
      while (rows.next()) {
        definitions.add(rows.getString("definition"));
      }
    }
    indexes = SqlScript.of("the indexes of " + name, definitions.toString());
    table.put("template", template);
    boolean cluster = !row(connection, "server/cluster", Map.of()).isEmpty();
    table.put(
        "distribution",
        cluster
            ? row(connection, "source/distribution", variables).getOrDefault("distribution", "")
            : "");
    table.put("minmax_columns", columns.get("minmax_columns"));
    table.put("bloomfilter_columns", columns.get("bloomfilter_columns"));
    table.put("cluster_columns", "");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, String> table() {
    return Map.copyOf(table);
  }

  @Override
  public SqlScript indexes() {
    return indexes;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public long seed() {
    return key.hashCode();
  }

  @Override
  public String checksum(String checked) {
    return SqlScript.named("source/checksum")
        .statement(Map.of("relation", BenchSchema.NAME + "." + checked));
  }

  /** What tells its definition and its rows from others. */
  abstract Map<String, Object> facts(Staging staging);

  @Override
  public Map<String, Object> fingerprint(Staging staging) {
    return Map.of(name, facts(staging));
  }

  /** Puts a batch into a staged table. */
  abstract void fill(Staging staging, String staged, Batch batch) throws SQLException;

  @Override
  public Digest stage(Staging staging, String staged, Batch batch) throws SQLException {
    fill(staging, staged, batch);
    Contents contents = Contents.of(staging.connection(), checksum(staged));
    if (contents.rows() != batch.rows()) {
      throw new UserError(
          "workload "
              + name
              + " made "
              + contents.rows()
              + " rows of "
              + batch.rows()
              + "; expected one for each number from :first to :last");
    }
    return new Digest(
        contents.rows(), CopyFile.textBytes(staging.connection(), staged), contents.checksum());
  }

  @Override
  public Digest digest(Staging staging, Batch batch) {
    return staging.stage(batch).digest();
  }

  @Override
  public Encoder encoder(Staging staging, CopyFormat format) {
    CopyFile file = new CopyFile();
    return batch -> {
      synchronized (staging) {
        file.read(staging.connection(), staging.stage(batch).table(), format);
      }
      return file;
    };
  }

  @Override
  public PreparedStatement insert(Connection session, String into) throws SQLException {
    return session.prepareStatement(
        SqlScript.named("source/insert")
            .statement(Map.of("table", into, "bound", columns.get("bound"))));
  }

  @Override
  public void bind(Staging staging, Batch batch, PreparedStatement insert) throws SQLException {
    synchronized (staging) {
      String query =
          SqlScript.named("source/texts")
              .statement(
                  Map.of("table", staging.stage(batch).table(), "texts", columns.get("texts")));
      try (Statement statement = staging.connection().createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        int count = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= count; i++) {
            insert.setObject(i, rows.getString(i), Types.OTHER);
          }
          insert.addBatch();
        }
      }
    }
  }

  /** The columns of the template, separated by commas. */
  String columns() {
    return columns.get("list");
  }

  /** The only row of a query, by column; empty if there is none. */
  static Map<String, String> row(
      Connection connection, String script, Map<String, String> variables) throws SQLException {
    Map<String, String> row = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SqlScript.named(script).statement(variables))) {
      if (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.put(rows.getMetaData().getColumnLabel(i), rows.getString(i));
        }
      }
    }
    return row;
  }

  /** Makes a template, all of it or nothing, within the transaction that is under way, if any. */
  static void makeTemplate(Connection connection, String template, Making making)
      throws SQLException {
    if (exists(connection, template)) {
      return;
    }
    SqlScript.named("source/session").execute(connection, Map.of());
    if (!connection.getAutoCommit()) {
      making.make();
      requireMade(connection, template);
      return;
    }
    connection.setAutoCommit(false);
    try {
      making.make();
      requireMade(connection, template);
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void requireMade(Connection connection, String template) throws SQLException {
    if (!exists(connection, template)) {
      throw new UserError("nothing made the table :\"template\"");
    }
  }

  /** What makes a template. */
  @FunctionalInterface
  interface Making {
    void make() throws SQLException;
  }

  private static boolean exists(Connection connection, String table) throws SQLException {
    return row(connection, "source/exists", Map.of("table", table)).get("present").equals("t");
  }

  /** What a table holds. */
  record Contents(long rows, long checksum) {
    static Contents of(Connection connection, String query) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(query)) {
        row.next();
        BigDecimal sum = row.getBigDecimal("checksum");
        return new Contents(row.getLong("row_count"), sum.toBigInteger().longValue());
      }
    }
  }
}
