package storagebench.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import storagebench.UserError;
import storagebench.fixture.Cluster;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.Pause;
import storagebench.fixture.TestDatabase;
import storagebench.run.Settling;
import storagebench.run.plan.Time;

/** What a run notices of its server between and beside the trials. */
@Timeout(60)
class ServerWatchTest {
  private static final String WORKER =
      "SELECT 1 FROM pg_stat_progress_vacuum WHERE relid = 'churned'::regclass";

  private final List<String> events = new ArrayList<>();
  private TestDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
  }

  @Test
  void aCheckpointIsToldOnceAndWhatWasBeforeIsNot() throws SQLException {
    try (ServerWatch watch = new ServerWatch(this::session, false, false, events::add)) {
      watch.poll();
      assertThat(events).noneMatch(event -> event.contains("checkpoint"));
      database.execute("CHECKPOINT");
      while (events.stream().noneMatch(event -> event.endsWith("checkpoint"))) {
        watch.poll();
      }
      events.clear();
      watch.poll();
      assertThat(events).isEmpty();
    }
  }

  @Test
  void anotherSessionAtWorkIsTold() throws SQLException {
    try (ServerWatch watch = new ServerWatch(this::session, false, true, events::add);
        Connection other =
            DriverManager.getConnection(database.url() + "&ApplicationName=vacuumdb")) {
      watch.poll();
      Thread busy = new Thread(() -> sleepOnServer(other));
      busy.start();
      while (events.stream().noneMatch(event -> event.contains("vacuumdb"))) {
        watch.poll();
      }
      assertThat(events).contains("session of user postgres (vacuumdb) at work");
    }
  }

  @Test
  void theWatchSaysOnceThatTheServerIsGoneAndOnceThatItIsBack() throws SQLException {
    AtomicBoolean up = new AtomicBoolean(true);
    Supplier<Connection> sessions =
        () -> {
          if (!up.get()) {
            throw new UserError("cannot connect");
          }
          return session();
        };
    try (ServerWatch watch = new ServerWatch(sessions, false, true, events::add)) {
      watch.poll();
      up.set(false);
      endSessions();
      watch.poll();
      watch.poll();
      watch.poll();
      assertThat(events).singleElement().asString().startsWith("the server does not answer");

      up.set(true);
      watch.poll();
      watch.poll();
      assertThat(events).hasSize(2).endsWith("the server answers the watch again");

      endSessions();
      watch.poll();
      assertThat(events).hasSize(3);
    }
  }

  @Test
  void aPollThatClosingBreaksOffSaysNothing() {
    ServerWatch watch = new ServerWatch(this::session, false, true, events::add);
    watch.close();
    watch.poll();

    assertThat(events).isEmpty();
  }

  @Test
  void whatTheUserMayNotDoOrSeeIsToldOnce() throws SQLException {
    database.execute("DROP ROLE IF EXISTS watcher", "CREATE ROLE watcher LOGIN");
    try (Connection connection =
        DriverManager.getConnection(database.url().replace("user=postgres", "user=watcher"))) {
      Settling settling = new Settling(connection, Duration.ofSeconds(1), Time.SYSTEM, events::add);

      assertThat(settling.await()).isTrue();
      assertThat(settling.await()).isTrue();
      assertThat(events)
          .containsExactly(
              "the user may not CHECKPOINT, so --settle only waits",
              "the user may not see background work; GRANT pg_read_all_stats lets it");
    }
  }

  @Test
  void aLogThatTheUserMayNotReadIsNotTried() throws SQLException {
    database.execute("DROP ROLE IF EXISTS watcher", "CREATE ROLE watcher LOGIN");
    Supplier<Connection> sessions =
        () -> session(new TestDatabase(database.url().replace("user=postgres", "user=watcher")));
    try (ServerWatch watch = new ServerWatch(sessions, false, true, events::add)) {
      watch.poll();
      watch.poll();
    }
    assertThat(events)
        .containsExactly(
            "errors in the server's log cannot be watched: the user may not EXECUTE"
                + " pg_current_logfile(), pg_stat_file(text, boolean),"
                + " pg_read_binary_file(text, bigint, bigint, boolean)");
  }

  @Test
  void whoMayMakesTheServerQuiet() throws SQLException {
    try (Connection connection = database.connect()) {
      assertThat(new Settling(connection, Duration.ofSeconds(30), Time.SYSTEM, events::add).await())
          .isTrue();
    }
    assertThat(events).isEmpty();
  }

  @Tag("slow")
  @Test
  void whatIsBusyForLongerThanTheLimitIsToldAndWaitedForNoLonger()
      throws IOException, SQLException {
    try (EmbeddedPostgres server = vacuumingForHours()) {
      TestDatabase vacuumed = new TestDatabase(server.getJdbcUrl("postgres", "postgres"));
      vacuumed.execute(
          "CREATE TABLE churned AS SELECT FROM generate_series(1, 100000)", "DELETE FROM churned");
      try (Connection connection = vacuumed.connect()) {
        while (TestDatabase.strings(connection, WORKER).isEmpty()) {
          Pause.brief();
        }
        Settling settling =
            new Settling(connection, Duration.ofSeconds(1), Time.SYSTEM, events::add);

        assertThat(settling.await()).isFalse();
      }
    }
    assertThat(events).containsExactly("the server was still busy in the background after 1 s");
  }

  private static EmbeddedPostgres vacuumingForHours() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("autovacuum_naptime", "1s")
        .setServerConfig("autovacuum_vacuum_cost_delay", "100ms")
        .setServerConfig("autovacuum_vacuum_cost_limit", "1")
        .start();
  }

  @Test
  @Cluster.Needed
  void aClusterIsWatchedWithItsSegments() throws SQLException {
    try (ServerWatch watch =
        new ServerWatch(() -> session(Cluster.database()), true, true, events::add)) {
      watch.poll();

      assertThat(events).allMatch(event -> event.startsWith("errors in the server's log cannot"));
    }
  }

  private void endSessions() throws SQLException {
    database.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
  }

  private Connection session() {
    return session(database);
  }

  private static Connection session(TestDatabase database) {
    try {
      return database.connect();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void sleepOnServer(Connection connection) {
    try {
      TestDatabase.strings(connection, "SELECT pg_sleep(10)");
    } catch (SQLException e) {
      // The test is over and has closed the session.
    }
  }
}
