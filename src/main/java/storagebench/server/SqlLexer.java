package storagebench.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import storagebench.UserError;

/**
 * Reads SQL as psql does. A semicolon ends a statement unless it is in a literal, a quoted name, a
 * comment, parentheses or the body of a function in standard SQL. Variables are replaced everywhere
 * but in literals, quoted names and comments. A backslash escapes in {@code E''} only, as it does
 * on the server by default. Of psql's own commands there is one: {@code \\if :{?name} \\else \\set
 * name value \\endif}, on a line, gives a variable its value where nobody else did.
 *
 * <p>The driver has a parser of its own, which is not used: it knows no variables, it is not part
 * of the driver's interface, and it ends {@code E'it''s \''} too early.
 */
final class SqlLexer {
  /** A literal that does not end reaches to the end of the file; the server refuses it. */
  private static final Pattern TOKEN =
      Pattern.compile(
          String.join(
              "|",
              "(?<comment>--[^\n]*+|/\\*)",
              // A literal may be continued on the next line, by the same rules.
              "[eE]'(?:[^'\\\\]|\\\\.|'(?:\\s*\n\\s*)?+')*+'?",
              "'[^']*+'?",
              "\"[^\"]*+\"?",
              "\\$(?<tag>(?:[\\p{L}_][\\p{L}\\d_]*+)?)\\$.*?(?:\\$\\k<tag>\\$|\\z)",
              "::",
              ":(?<quote>[\"']?)(?<variable>\\w++)\\k<quote>",
              "(?<opening>\\(|(?i:BEGIN\\s+ATOMIC)(?![\\w$]))",
              "(?<case>(?i:CASE)(?![\\w$]))",
              "(?<closing>\\)|(?i:END)(?![\\w$]))",
              "[\\p{L}_][\\p{L}\\d_$]*+",
              "(?<end>;)",
              "(?<command>\\\\[^\n]*+)",
              "."),
          Pattern.DOTALL);

  private static final Pattern DEFAULT =
      Pattern.compile(
          "\\\\if :\\{\\?(?<name>\\w+)} \\\\else \\\\set \\k<name> "
              + "(?:'(?<quoted>[^'\\\\]*)'|(?<bare>[\\w.,-]+)) \\\\endif\\s*");

  private static final Pattern COMMENT_BOUND = Pattern.compile("/\\*|\\*/");

  private final String file;
  private final String text;
  private final Map<String, String> variables;
  private final Map<String, String> defaults = new TreeMap<>();
  private final List<String> statements = new ArrayList<>();
  private final StringBuilder statement = new StringBuilder();
  private int depth;

  /**
   * @param file what errors call the text
   * @param variables by name
   */
  SqlLexer(String file, String text, Map<String, String> variables) {
    this.file = file;
    this.text = text;
    this.variables = variables;
  }

  /**
   * A statement as the driver prepares it if it has no parameters. The driver takes a question mark
   * for one, and two for the operator; in a literal, such as a path of jsonb, they stay.
   */
  static String withoutParameters(String statement) {
    return TOKEN
        .matcher(statement)
        .replaceAll(
            token -> token.group().equals("?") ? "??" : Matcher.quoteReplacement(token.group()));
  }

  /**
   * The statements, without comments and final semicolons.
   *
   * @throws UserError if a variable in quotes has no value, or at a command of psql's
   */
  List<String> statements() {
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      if (token.group("comment") != null) {
        statement.append(' ');
        token.region(endOfComment(token), text.length());
      } else if (token.group("variable") != null) {
        statement.append(value(token));
      } else if (token.group("end") != null && depth == 0) {
        endStatement();
      } else if (token.group("command") != null) {
        setDefault(token.group());
      } else {
        depth += deeper(token);
        statement.append(token.group());
      }
    }
    endStatement();
    return statements;
  }

  /** The variables that the text uses but in commands. */
  Set<String> used() {
    Set<String> used = new TreeSet<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      if (token.group("comment") != null) {
        token.region(endOfComment(token), text.length());
      } else if (token.group("variable") != null) {
        used.add(token.group("variable"));
      } else if (token.group("command") != null) {
        setDefault(token.group());
      }
    }
    return used;
  }

  /** The values that the text itself gives to variables, by name; known once it was read. */
  Map<String, String> defaults() {
    return defaults;
  }

  private void setDefault(String command) {
    Matcher set = DEFAULT.matcher(command);
    if (!set.matches()) {
      throw new UserError(
          file
              + " has a command of psql's, '"
              + command.strip()
              + "'; expected SQL, and none but \\if :{?NAME} \\else \\set NAME VALUE \\endif");
    }
    String value = set.group("quoted") == null ? set.group("bare") : set.group("quoted");
    defaults.put(set.group("name"), value);
  }

  private void endStatement() {
    String sql = statement.toString().strip();
    if (!sql.isEmpty()) {
      statements.add(sql);
    }
    statement.setLength(0);
  }

  /** CASE and END are a pair within others only: outside, END ends a transaction. */
  private int deeper(Matcher token) {
    if (token.group("opening") != null || depth > 0 && token.group("case") != null) {
      return 1;
    }
    return depth > 0 && token.group("closing") != null ? -1 : 0;
  }

  /** Comments between slash and star may hold others. */
  private int endOfComment(Matcher token) {
    if (token.group().startsWith("--")) {
      return token.end();
    }
    Matcher bound = COMMENT_BOUND.matcher(text).region(token.start(), text.length());
    int open = 0;
    while (bound.find()) {
      open += bound.group().equals("/*") ? 1 : -1;
      if (open == 0) {
        return bound.end();
      }
    }
    return text.length();
  }

  private String value(Matcher token) {
    String name = token.group("variable");
    String quote = token.group("quote");
    String value = variables.getOrDefault(name, defaults.get(name));
    if (value == null && !quote.isEmpty()) {
      throw new UserError(
          file
              + " needs the variable "
              + name
              + "; expected none but "
              + String.join(", ", new TreeSet<>(variables.keySet())));
    }
    if (value == null) {
      // The upper bound of an array's slice, as in a[1:n].
      return token.group();
    }
    return quote.isEmpty() ? value : quote + value.replace(quote, quote + quote) + quote;
  }
}
