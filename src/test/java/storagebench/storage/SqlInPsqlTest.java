package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.Psql;
import storagebench.fixture.TestDatabase;
import storagebench.server.SqlScript;
import storagebench.server.Target;

/** The suite sends a file of SQL as psql does. */
@Tag("slow")
@EnabledIf(
    value = "storagebench.fixture.Psql#installed",
    disabledReason = "needs psql: install PostgreSQL's client")
class SqlInPsqlTest {
  private static final Path HARD = Path.of("src/test/resources/sql/hard.sql");
  private static final Pattern VARIABLE = Pattern.compile(":[\"'](\\w+)[\"']");

  /** All that {@link #HARD} makes, as the server understood it. */
  private static final String MADE =
      """
      SELECT concat_ws('|', attname, format_type(atttypid, atttypmod),
                       pg_get_expr(adbin, adrelid), col_description(attrelid, attnum))
      FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
      WHERE attrelid = 'storage_bench.t'::regclass AND attnum > 0
      UNION ALL
      SELECT pg_get_constraintdef(oid) FROM pg_constraint
      WHERE conrelid = 'storage_bench.t'::regclass
      UNION ALL
      SELECT definition FROM pg_rules WHERE tablename = 't'
      UNION ALL
      SELECT obj_description('storage_bench.t'::regclass)
      UNION ALL
      SELECT pg_get_functiondef('public.atomic'::regproc)
      ORDER BY 1""";

  private static TestDatabase empty;

  @BeforeAll
  static void createDatabase() throws SQLException {
    empty = EmbeddedServer.newDatabase();
  }

  static Stream<Path> files() throws IOException {
    return SqlFilesTest.files();
  }

  /** Most fail in an empty database, but not before they are sent. */
  @ParameterizedTest
  @MethodSource("files")
  void theSameStatements(Path file) throws IOException {
    Map<String, String> variables = new TreeMap<>();
    Matcher matcher = VARIABLE.matcher(Files.readString(file));
    while (matcher.find()) {
      variables.put(matcher.group(1), "it's_" + matcher.group(1));
    }

    assertThat(words(Psql.sent(empty, file, variables).replaceAll("--[^\n]*", "")))
        .isEqualTo(words(String.join("; ", SqlScript.of(file).statements(variables)) + ";"));
  }

  @Test
  void ddlThatIsHardToReadMakesTheSameTable()
      throws IOException, InterruptedException, SQLException {
    List<String> byHand = made(database -> Psql.run(database, HARD, Map.of("table", "t")));
    List<String> bySuite =
        made(
            database -> {
              try (Connection connection = database.connect(Target.AS_PSQL)) {
                SqlScript.of(HARD).execute(connection, Map.of("table", "t"));
              }
            });

    assertThat(bySuite).hasSize(18 + 1 + 6 + 3).isEqualTo(byHand);
  }

  private interface Making {
    void in(TestDatabase database) throws IOException, InterruptedException, SQLException;
  }

  private static List<String> made(Making making)
      throws IOException, InterruptedException, SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    Psql.run(database, "schema", Map.of());
    making.in(database);
    return database.strings(MADE);
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
