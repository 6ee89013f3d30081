package storagebench.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.UserError;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

class UserQueriesTest {
  @TempDir private Path folder;

  private UserQueries in(String sql) throws IOException {
    return UserQueries.in(Files.writeString(folder.resolve("queries.sql"), sql).toString());
  }

  @Test
  void eachReadsTheTableThatIsNamedHoweverTheFileWritesIt() throws IOException {
    UserQueries queries = in("-- all\nSELECT 1 FROM :table;\nSELECT 2\n  FROM :\"table\" t\n");

    assertThat(queries.of("trial_7"))
        .containsExactly("SELECT 1 FROM trial_7", "SELECT 2\n  FROM \"trial_7\" t");
    assertThat(queries.texts().get(0)).isEqualTo("SELECT 1 FROM :table");
    assertThat(queries.texts().get(1)).startsWith("SELECT 2 FROM ").endsWith(" t");
  }

  @Test
  void aLongOneIsShortenedWhereItIsShown() throws IOException {
    assertThat(in("SELECT " + "a, ".repeat(100) + "b FROM :table").texts().get(0))
        .hasSizeLessThanOrEqualTo(90)
        .endsWith(" ...");
  }

  @Test
  void oneThatDoesNotReadTheTableIsToldByItsNumber() {
    assertThatThrownBy(() -> in("SELECT 1 FROM :table; SELECT ':table' FROM orders"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("queries.sql: query 2 (SELECT ':table' FROM orders) does not read");
  }

  @Test
  void questionMarksAreOperatorsAndPartsOfLiteralsAsInPsql() throws IOException, SQLException {
    UserQueries queries =
        in(
            "SELECT count(*) FROM :table WHERE '{\"a\": 1}'::jsonb ?| '{a,b}' AND 'why?' <> '??';"
                + "SELECT '[1, 2]'::jsonb @? '$[*] ? (@ > 1)', 1 AS \"a?\" FROM :table LIMIT 1");
    try (Connection connection = EmbeddedServer.sharedDatabase().connect()) {
      queries.check(connection, "pg_class");
      List<Answer<String>> answers = new ArrayList<>();
      try (TimedQueries<String> timed =
          new TimedQueries<>(connection, Duration.ofMinutes(1), query -> query)) {
        timed.ask(queries.of("pg_class"), new Random(1), answers::add);
      }
      assertThat(answers).allMatch(answer -> answer.rows().count() == 1);
    }
  }

  @Test
  void namesAreLookedForInTheSchemaFirstAndWhereTheSessionLooks() throws SQLException {
    assertThat(pathAfter("public, pg_temp")).isEqualTo("storage_bench, public, pg_temp");
    assertThat(pathAfter("")).isEqualTo("storage_bench");
  }

  private static String pathAfter(String path) throws SQLException {
    try (Connection connection = EmbeddedServer.sharedDatabase().connect()) {
      TestDatabase.strings(connection, "SELECT set_config('search_path', '" + path + "', false)");
      UserQueries.lookInSchema(connection);
      return TestDatabase.strings(connection, "SHOW search_path").get(0);
    }
  }

  @Test
  void aFileWithoutQueriesAndOneThatIsNoneAreRefused() {
    assertThatThrownBy(() -> in("-- later\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no query; expected SELECT ... FROM :table");
    assertThatThrownBy(() -> UserQueries.in("queries.txt"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("expected a file such as queries.sql");
    assertThatThrownBy(() -> UserQueries.in(folder.resolve("absent.sql").toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be read");
  }
}
