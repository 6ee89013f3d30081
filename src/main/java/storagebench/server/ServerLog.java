package storagebench.server;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import storagebench.UserError;

/** The end of the server's log, where the user may read it: what is new since it was last asked. */
final class ServerLog {
  /** Severity, SQLSTATE and message in a CSV log of either product, or in a plain one. */
  private static final Pattern SEVERE =
      Pattern.compile("(ERROR|FATAL|PANIC)(?:\"?,\"?(\\w{5})\"?,\"|:\\s+)((?:[^\"]|\"\")*)");

  /** Of a log that grows faster only the beginning of what is new is read. */
  private static final long MOST_BYTES = 64 * 1024;

  private static final int MOST_CHARACTERS = 300;

  private boolean allowed;
  private String file;
  private long read;

  /**
   * Asks.
   *
   * @return the lines with errors, each cut to a length that fits a line
   * @throws UserError if the user may not read the log
   */
  List<String> news(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      requireRights(statement);
      String current;
      long bytes;
      try (ResultSet row = statement.executeQuery(script("log_end").statement(Map.of()))) {
        if (!row.next()) {
          return List.of();
        }
        current = row.getString("file");
        bytes = row.getLong("bytes");
      }
      long from = current.equals(file) ? read : file == null ? bytes : 0;
      file = current;
      read = bytes;
      return bytes > from ? errors(statement, from, bytes - from) : List.of();
    }
  }

  private void requireRights(Statement statement) throws SQLException {
    if (allowed) {
      return;
    }
    try (ResultSet row = statement.executeQuery(script("log_rights").statement(Map.of()))) {
      row.next();
      String lacking = row.getString("lacking");
      if (lacking != null) {
        throw new UserError("the user may not EXECUTE " + lacking);
      }
    }
    allowed = true;
  }

  private List<String> errors(Statement statement, long from, long bytes) throws SQLException {
    Map<String, String> part =
        Map.of(
            "file", file,
            "from", Long.toString(from),
            "bytes", Long.toString(Math.min(bytes, MOST_BYTES)));
    try (ResultSet row = statement.executeQuery(script("log_part").statement(part))) {
      row.next();
      byte[] bytesRead = row.getBytes("part");
      return bytesRead == null ? List.of() : errors(new String(bytesRead, StandardCharsets.UTF_8));
    }
  }

  private static List<String> errors(String text) {
    return text.lines()
        .map(SEVERE::matcher)
        .filter(Matcher::find)
        .map(error -> error.group(1) + ": " + error.group(3).replace("\"\"", "\""))
        .map(line -> line.replaceAll("\\p{Cntrl}", " "))
        .map(line -> line.substring(0, Math.min(line.length(), MOST_CHARACTERS)))
        .toList();
  }

  private static SqlScript script(String name) {
    return SqlScript.named("server/watch/" + name);
  }
}
