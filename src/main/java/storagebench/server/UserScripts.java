package storagebench.server;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import storagebench.UserError;

/**
 * Files of SQL that the user names in parameters. A run keeps a copy of each in its folder, and all
 * its trials read the copies: what becomes of the files meanwhile changes nothing.
 */
public final class UserScripts {
  /** System property by which the JVMs of a run know the folder of the copies. */
  public static final String PROPERTY = "storagebench.sql";

  private static final String FOLDER = "sql";

  private UserScripts() {}

  /** Whether the value of a parameter is such a file, and no name. */
  public static boolean isFile(String value) {
    return value.endsWith(".sql");
  }

  /**
   * The script of that name: the copy, if the run has one.
   *
   * @param name path of the user's file, as given
   * @throws UserError if it cannot be read
   */
  public static SqlScript read(String name) {
    String folder = System.getProperty(PROPERTY, "");
    Path copy = Path.of(folder, fileName(name));
    return !folder.isEmpty() && Files.exists(copy)
        ? SqlScript.of(name, SqlScript.of(copy).text())
        : SqlScript.of(Path.of(name));
  }

  /**
   * Keeps copies, which are read from now on.
   *
   * @param run the run's folder
   * @param values of parameters; those that are no files are skipped
   * @throws UserError if a file cannot be read or a copy not be written
   */
  public static void keep(Path run, Collection<String> values) {
    try {
      for (String value : values) {
        if (isFile(value)) {
          Path copy = Files.createDirectories(run.resolve(FOLDER)).resolve(fileName(value));
          Files.writeString(copy, SqlScript.of(Path.of(value)).text());
        }
      }
    } catch (IOException e) {
      throw new UserError("cannot keep a file of SQL in " + run + ": " + e, e);
    }
    readFrom(run);
  }

  /** Reads the copies of a run from now on. */
  public static void readFrom(Path run) {
    System.setProperty(PROPERTY, run.resolve(FOLDER).toAbsolutePath().toString());
  }

  /** A name of its own for each path. */
  private static String fileName(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
