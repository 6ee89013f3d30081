package storagebench.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import storagebench.fixture.EmbeddedServer;

class TimedQueriesTest {
  private static List<Answer<String>> answers(String... queries) throws SQLException {
    List<Answer<String>> answers = new ArrayList<>();
    try (Connection connection = EmbeddedServer.sharedDatabase().connect();
        TimedQueries<String> timed =
            new TimedQueries<>(connection, Duration.ofSeconds(1), query -> query)) {
      timed.ask(List.of(queries), new Random(1), answers::add);
    }
    return answers;
  }

  private static boolean unlike(String one, String other) throws SQLException {
    return answers(one).get(0).isUnlike(answers(other).get(0));
  }

  @Test
  void answersAreAlikeForTheSameRowsInWhateverOrderAndForNoOthers() throws SQLException {
    assertThat(unlike("VALUES (1, 'a'), (2, 'b')", "VALUES (2, 'b'), (1, 'a')")).isFalse();
    assertThat(unlike("VALUES (1, 'a')", "VALUES (1, 'b')")).isTrue();
    assertThat(unlike("VALUES ('ab', 'c')", "VALUES ('a', 'bc')")).isTrue();
    assertThat(unlike("VALUES ('')", "VALUES (NULL)")).isTrue();
    assertThat(unlike("VALUES (1)", "VALUES (1), (1)")).isTrue();
  }

  @Test
  void eachIsAskedSevenTimesAndOneThatIsStoppedOnce() throws SQLException {
    List<Answer<String>> answers = answers("SELECT 1", "SELECT pg_sleep(5)");

    assertThat(answers.stream().filter(answer -> answer.stopped())).hasSize(1);
    assertThat(answers).hasSize(1 + TimedQueries.REPEATS);
  }

  @Test
  void aLimitThatTheServerDoesNotTakeLeavesTheSessionAsItWas() throws SQLException {
    try (Connection connection = EmbeddedServer.sharedDatabase().connect()) {
      assertThatThrownBy(
              () -> new TimedQueries<String>(connection, Duration.ofDays(30), query -> query))
          .hasMessageContaining("statement_timeout");
      connection.createStatement().execute("CREATE TEMP TABLE there AS SELECT 1");
    }
  }

  @Test
  void theSessionMayWriteAndTakeItsTimeAgainOnceItIsOver() throws SQLException {
    try (Connection connection = EmbeddedServer.sharedDatabase().connect()) {
      try (TimedQueries<String> timed =
          new TimedQueries<>(connection, Duration.ofSeconds(1), query -> query)) {
        assertThatThrownBy(
                () ->
                    timed.ask(
                        List.of("CREATE TABLE not_there AS SELECT 1"), new Random(1), a -> {}))
            .hasMessageContaining("read-only transaction");
      }
      connection.createStatement().execute("CREATE TEMP TABLE there AS SELECT pg_sleep(1.1)::text");
    }
  }
}
