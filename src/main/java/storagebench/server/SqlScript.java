package storagebench.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.UserError;

/**
 * A file of {@code sql/}, or one of the user's, which psql runs as it is. Of psql's own language it
 * may use variables: {@code :"name"} (identifier), {@code :'name'} (literal) and {@code :name}, and
 * lines {@code \if :{?name} \else \set name value \endif} that give them values where nobody else
 * does.
 */
public final class SqlScript {
  private final String name;
  private final String text;
  private final Map<String, String> values;

  private SqlScript(String name, String text) {
    this(name, text, Map.of());
  }

  private SqlScript(String name, String text, Map<String, String> values) {
    this.name = name;
    this.text = text;
    this.values = values;
  }

  /**
   * The script of that name.
   *
   * @param name path below {@code sql/} without the ending, such as {@code variant/ao}
   */
  public static SqlScript named(String name) {
    try (InputStream in = SqlScript.class.getResourceAsStream("/sql/" + name + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException("no script sql/" + name + ".sql in the jar");
      }
      return new SqlScript(
          "sql/" + name + ".sql", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A script of the user's.
   *
   * @throws UserError if it cannot be read
   */
  public static SqlScript of(Path file) {
    try {
      return new SqlScript(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read; expected a file of SQL: " + e, e);
    }
  }

  /**
   * A script that is in no file.
   *
   * @param name what errors call it
   */
  public static SqlScript of(String name, String text) {
    return new SqlScript(name, text);
  }

  /**
   * Names of the scripts in a folder.
   *
   * @param folder path below {@code sql/}
   */
  public static SortedSet<String> list(String folder) {
    try {
      Path code =
          Path.of(SqlScript.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(code)) {
        return list(code.resolve("sql/" + folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(code)) {
        return list(jar.getPath("sql", folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SortedSet<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.sql$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The variables that it uses. */
  public Set<String> variables() {
    return new SqlLexer(name, text, Map.of()).used();
  }

  /** The same script with values for some of its variables. */
  public SqlScript with(Map<String, String> variables) {
    Map<String, String> all = new TreeMap<>(values);
    all.putAll(variables);
    return new SqlScript(name, text, all);
  }

  /** The variables that have a value unless another is given, with that value. */
  public Map<String, String> defaults() {
    SqlLexer lexer = new SqlLexer(name, text, Map.of());
    lexer.used();
    return lexer.defaults();
  }

  /** The script as written, comments included. */
  public String text() {
    return text;
  }

  /**
   * The statements in order, without comments and final semicolons.
   *
   * @throws UserError if a variable has no value
   */
  public List<String> statements(Map<String, String> variables) {
    return new SqlLexer(name, text, with(variables).values).statements();
  }

  /** The statement of a script that has only one. */
  public String statement(Map<String, String> variables) {
    List<String> statements = statements(variables);
    if (statements.size() != 1) {
      throw new IllegalStateException(name + " has " + statements.size());
    }
    return statements.get(0);
  }

  /** Prepares a statement without parameters: its question marks are the server's operators. */
  public static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    return connection.prepareStatement(SqlLexer.withoutParameters(sql));
  }

  /** Executes every statement. */
  public void execute(Connection connection, Map<String, String> variables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // JDBC's own {escapes} are no SQL of the server's.
      statement.setEscapeProcessing(false);
      for (String sql : statements(variables)) {
        statement.execute(sql);
      }
    }
  }
}
