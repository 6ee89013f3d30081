package storagebench.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import storagebench.UserError;
import storagebench.server.SqlScript;
import storagebench.server.UserScripts;

/**
 * The queries of a file of the user's, each of which reads the table that the variable {@code
 * table} names.
 */
public final class UserQueries {
  private static final int SHOWN = 90;

  private final String file;
  private final SqlScript script;
  private final List<String> texts;

  private UserQueries(String file, SqlScript script) {
    this.file = file;
    this.script = script;
    this.texts = of(":table").stream().map(UserQueries::shortened).toList();
    List<String> others = of(":other");
    IntStream.range(0, texts.size())
        .filter(i -> others.get(i).equals(of(":table").get(i)))
        .findFirst()
        .ifPresent(i -> refuse(i, "does not read :table; write that where the table's name is"));
  }

  /**
   * Reads a file: the copy, if the run has one.
   *
   * @throws UserError if it cannot be read, has no query, or one that does not read the table
   */
  public static UserQueries in(String file) {
    if (!UserScripts.isFile(file)) {
      throw new UserError("--queries is '" + file + "'; expected a file such as queries.sql");
    }
    UserQueries queries = new UserQueries(file, UserScripts.read(file));
    if (queries.texts.isEmpty()) {
      throw new UserError(file + " has no query; expected SELECT ... FROM :table");
    }
    return queries;
  }

  /** The file as the user named it. */
  public String file() {
    return file;
  }

  /** Each query as the file has it, on one line, its end left out where it is long. */
  public List<String> texts() {
    return texts;
  }

  /**
   * The queries of a table.
   *
   * @param table name within the schema
   */
  public List<String> of(String table) {
    return script.statements(Map.of("table", table));
  }

  /** Makes the schema of the tables the first that names are looked for in. */
  public static void lookInSchema(Connection connection) throws SQLException {
    SqlScript.named("query_path").execute(connection, Map.of());
  }

  /**
   * Makes sure that the server takes each as a query of a table; none is executed.
   *
   * @param connection that looks in the schema
   * @param table name within the schema
   * @throws UserError with the server's words about the first that it does not take
   */
  public void check(Connection connection, String table) {
    List<String> queries = of(table);
    for (int i = 0; i < queries.size(); i++) {
      try (PreparedStatement query = SqlScript.prepare(connection, queries.get(i))) {
        if (query.getMetaData() == null) {
          refuse(i, "gives no rows; expected SELECT");
        }
      } catch (SQLException e) {
        refuse(i, "is refused by the server: " + e.getMessage().lines().findFirst().orElse(""));
      }
    }
  }

  private void refuse(int query, String why) {
    throw new UserError(file + ": query " + (query + 1) + " (" + texts.get(query) + ") " + why);
  }

  private static String shortened(String query) {
    String line = query.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 4).stripTrailing() + " ...";
  }
}
