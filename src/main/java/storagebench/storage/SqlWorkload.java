package storagebench.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import storagebench.Sha256;
import storagebench.UserError;
import storagebench.server.SqlDiagnosis;
import storagebench.server.SqlScript;
import storagebench.workload.Batch;
import storagebench.workload.Digest;

/**
 * Rows that a file of SQL makes: all statements but the last make the table {@code template} with
 * its indexes; the last inserts the rows of number {@code first} to {@code last} into {@code
 * table}, the same at any time and on any server.
 */
final class SqlWorkload extends ServerWorkload {
  private static final Set<String> VARIABLES = Set.of("template", "table", "first", "last");

  /** Rows by whose checksum the fingerprint knows the rows. */
  private static final int FINGERPRINT_ROWS = 10_000;

  private static final int NAME_LENGTH = 16;
  private static final int HASH_LENGTH = 10;

  private final SqlScript file;
  private final String hash;

  private SqlWorkload(
      Connection connection, String name, SqlScript file, String hash, String key, String template)
      throws SQLException {
    super(connection, name, key, template, BenchSchema.NAME + "." + template);
    this.file = file;
    this.hash = hash;
  }

  static SqlWorkload open(String name, SqlScript file, Connection connection) {
    Set<String> missing = new TreeSet<>(VARIABLES);
    missing.removeAll(file.variables());
    if (!missing.isEmpty()) {
      throw new UserError(
          "workload "
              + name
              + " does not use the variables "
              + String.join(", ", missing)
              + "; expected statements that make :\"template\", then one that inserts rows :first"
              + " to :last into :\"table\"");
    }
    // Of the statements alone: a better comment makes no other rows.
    String hash = Sha256.of(String.join(";", file.statements(variables("t", "t", 0, 1))));
    String word = name.replaceAll("^.*/|\\.sql$", "").toLowerCase(Locale.ROOT);
    word = word.replaceAll("[^a-z0-9]", "_");
    String key =
        word.substring(0, Math.min(word.length(), NAME_LENGTH))
            + "_"
            + hash.substring(0, HASH_LENGTH);
    String template = TEMPLATE_PREFIX + key;
    try {
      makeTemplate(
          connection,
          template,
          () -> {
            List<String> all = file.statements(variables(template, template, 0, 0));
            try (Statement statement = connection.createStatement()) {
              statement.setEscapeProcessing(false);
              for (String sql : all.subList(0, all.size() - 1)) {
                statement.execute(sql);
              }
            }
          });
      return new SqlWorkload(connection, name, file, hash, key, template);
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("make the table of workload " + name, e);
    } catch (UserError e) {
      throw new UserError("workload " + name + ": " + e.getMessage() + "; see CONTRIBUTING.md", e);
    }
  }

  @Override
  void fill(Staging staging, String staged, Batch batch) throws SQLException {
    List<String> all =
        file.statements(
            variables(
                table().get("template"), staged, batch.first(), batch.first() + batch.rows() - 1));
    try (Statement statement = staging.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(all.get(all.size() - 1));
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("make rows of workload " + name(), e);
    }
  }

  @Override
  Map<String, Object> facts(Staging staging) {
    Digest first = staging.stage(Batch.numbered(0, FINGERPRINT_ROWS)).digest();
    return new TreeMap<>(
        Map.of("sha256", hash, "checksum", String.format("%016x", first.checksum())));
  }

  private static Map<String, String> variables(
      String template, String table, long first, long last) {
    return Map.of(
        "template",
        template,
        "table",
        table,
        "first",
        Long.toString(first),
        "last",
        Long.toString(last));
  }
}
