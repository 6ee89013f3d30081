package storagebench.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import storagebench.UserError;
import storagebench.server.UserScripts;

/**
 * Refuses what can be no variant on any server, before one is asked: see {@link DefinitionCheck}.
 */
public final class VariantCheck {
  private static final Pattern TRANSACTION =
      Pattern.compile("(?i)(BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|PREPARE)\\b");

  private VariantCheck() {}

  /**
   * Checks the value of a parameter: a name, or a file of the user's.
   *
   * @throws UserError with what was expected
   */
  public static void requireKnown(String name) {
    if (UserScripts.isFile(name)) {
      requireUsable(Variant.named(name));
    } else if (Arrays.stream(Variant.values()).noneMatch(v -> v.name().equals(name))) {
      throw new UserError("variant is '" + name + "'; " + expected());
    }
  }

  /**
   * Checks a definition of the user's: it has to make a table under test.
   *
   * @throws UserError with what was expected
   */
  public static void requireUsable(Variant variant) {
    Map<String, String> variables = new CallDetailRecords().definition("t");
    variant.options(Map.of()).forEach(variables::putIfAbsent);
    List<String> statements = variant.file().statements(variables);
    if (!variant.file().variables().contains("table")) {
      throw new UserError(
          "the DDL of variant "
              + variant
              + " does not use the variable table; expected CREATE TABLE storage_bench.:\"table\""
              + " (LIKE storage_bench.:template) and what else makes it");
    }
    for (String statement : statements) {
      if (TRANSACTION.matcher(statement).lookingAt()) {
        throw new UserError(
            "the DDL of variant "
                + variant
                + " has '"
                + statement.lines().findFirst().orElseThrow()
                + "'; expected statements that make a table, and none that begin or end a"
                + " transaction");
      }
    }
  }

  private static String expected() {
    return Arrays.stream(Variant.values())
        .map(Variant::name)
        .sorted()
        .collect(Collectors.joining(", ", "expected ", " or a file such as my.sql"));
  }
}
