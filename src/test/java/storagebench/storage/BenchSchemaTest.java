package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import storagebench.UserError;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.Pause;
import storagebench.fixture.TestDatabase;
import storagebench.server.Server;
import storagebench.workload.Batch;

class BenchSchemaTest {
  private static final String SCHEMAS =
      "SELECT nspname FROM pg_namespace WHERE nspname = 'storage_bench'";
  private static final String TABLES =
      "SELECT tablename FROM pg_tables WHERE schemaname = 'storage_bench' ORDER BY tablename";

  private TestDatabase database;
  private Connection connection;
  private BenchSchema schema;
  private Server server;

  @BeforeEach
  void connect() throws SQLException {
    database = EmbeddedServer.newDatabase();
    connection = database.connect();
    schema = new BenchSchema(connection);
    server = Server.read(connection);
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void isMadeOnceAndMarked() throws SQLException {
    schema.create(server);
    String oid = schemaOid();
    schema.create(server);

    assertThat(schemaOid()).isEqualTo(oid);
    assertThat(database.strings("SELECT obj_description(" + oid + ", 'pg_namespace')").get(0))
        .startsWith("cloudberry-storage-benchmarks");
    assertThat(database.strings(TABLES)).containsExactly("call_detail_record", "staged_batch");
  }

  @Test
  void leavesTheSessionCommittingEveryStatement() throws SQLException {
    schema.create(server);
    assertThat(connection.getAutoCommit()).isTrue();
    schema.create(server);
    assertThat(connection.getAutoCommit()).isTrue();
  }

  @Test
  void ofSomebodyElseIsRefusedAndNotTouched() throws SQLException {
    database.execute(
        "CREATE SCHEMA storage_bench",
        "CREATE TABLE storage_bench.trial_precious (a int)",
        "CREATE TABLE storage_bench.staged_precious (a int)");

    assertRefused(() -> schema.create(server));
    assertRefused(schema::clean);
    assertThat(database.strings(TABLES)).containsExactly("staged_precious", "trial_precious");
  }

  @Test
  void withAnotherCommentIsSomebodyElses() throws SQLException {
    database.execute(
        "CREATE SCHEMA storage_bench", "COMMENT ON SCHEMA storage_bench IS 'backups, keep!'");

    assertRefused(() -> schema.create(server));
    assertThat(database.strings(SCHEMAS)).hasSize(1);
  }

  @Test
  void isNotMadeHalfWhereMakingFails() throws SQLException {
    database.execute(
        """
        CREATE FUNCTION no_staging() RETURNS event_trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT 1 FROM pg_class WHERE relname = 'staged_batch') THEN
            RAISE 'no room';
          END IF;
        END $$\
        """,
        "CREATE EVENT TRIGGER no_staging ON ddl_command_end EXECUTE FUNCTION no_staging()");

    assertThatThrownBy(() -> schema.create(server))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no room");
    assertThat(database.strings(SCHEMAS)).isEmpty();
  }

  @Test
  void thatTheUserMayNotMakeIsToldWithThePrivilegeThatIsMissing() throws SQLException {
    String role = "nobody_" + System.nanoTime();
    database.execute("CREATE ROLE " + role);
    try (Connection poor = database.connect()) {
      TestDatabase.strings(poor, "SELECT set_config('role', '" + role + "', false)");

      assertThatThrownBy(() -> new BenchSchema(poor).create(server))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("permission denied for database")
          .hasMessageContaining("GRANT CREATE ON DATABASE")
          .hasMessageNotContaining("\n");
    }
    assertThat(database.strings(SCHEMAS)).isEmpty();
  }

  @Test
  void letsOneRunInUntilItsSessionEnds() throws SQLException {
    try (Connection first = database.connect()) {
      new BenchSchema(first).lock();

      assertThatThrownBy(schema::lock)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("another run");
    }
    // The server lets go of the lock when it has noticed that the session ended.
    awaitNoLock();
    schema.lock();
  }

  @Test
  void cleaningDropsAllThatTheSuiteMade() throws SQLException {
    schema.create(server);
    String trial =
        BenchTable.create(connection, BenchDatabase.CDR, Variant.HEAP, Indexes.ALL).name();
    String staged = new Staging(connection, BenchDatabase.CDR).stage(Batch.numbered(0, 10)).table();

    assertThat(schema.clean()).containsExactly(trial, staged, "storage_bench");
    assertThat(database.strings(SCHEMAS)).isEmpty();
  }

  @Test
  void cleaningWhereNothingIsDropsNothing() {
    assertThat(schema.clean()).isEmpty();
  }

  @Test
  void cleaningLeavesWhatOthersPutIntoTheSchemaAndSaysSo() throws SQLException {
    schema.create(server);
    BenchTable.create(connection, BenchDatabase.CDR, Variant.HEAP, Indexes.NONE);
    database.execute(
        "CREATE TABLE storage_bench.precious AS SELECT 42 AS a",
        "CREATE VIEW storage_bench.trial_view AS SELECT * FROM storage_bench.precious");

    assertThatThrownBy(schema::clean)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("storage_bench")
        .hasMessageContaining("precious")
        .hasMessageNotContaining("\n");
    assertThat(database.strings("SELECT a FROM storage_bench.trial_view")).containsExactly("42");
    assertThat(database.strings(TABLES)).doesNotContain("trial_");
  }

  @Test
  void aRunAfterACleaningThatLeftOthersObjectsStillFindsItsSchema() throws SQLException {
    schema.create(server);
    database.execute("CREATE TABLE storage_bench.precious (a int)");
    assertThatThrownBy(schema::clean).isInstanceOf(UserError.class);

    schema.create(server);
    BenchTable.create(connection, BenchDatabase.CDR, Variant.HEAP, Indexes.NONE);
  }

  @Test
  void droppingTrialsLeavesWhatIsStaged() throws SQLException {
    schema.create(server);
    String trial =
        BenchTable.create(connection, BenchDatabase.CDR, Variant.HEAP, Indexes.NONE).name();
    Staging staging = new Staging(connection, BenchDatabase.CDR);
    String staged = staging.stage(Batch.numbered(0, 10)).table();

    assertThat(schema.dropTrials()).containsExactly(trial);
    assertThat(database.strings(TABLES)).contains(staged).doesNotContain(trial);
    assertThat(schema.dropStaged()).containsExactly(staged);
  }

  @Test
  void stagingAfterStagedBatchesWereDroppedStagesAgain() throws SQLException {
    schema.create(server);
    Staging staging = new Staging(connection, BenchDatabase.CDR);
    String table = staging.stage(Batch.numbered(0, 10)).table();
    schema.dropStaged();
    staging.stage(Batch.numbered(0, 10));

    assertThat(database.strings("SELECT count(*) FROM storage_bench." + table))
        .isEqualTo(List.of("10"));
  }

  private String schemaOid() throws SQLException {
    return database.strings("SELECT oid FROM pg_namespace WHERE nspname = 'storage_bench'").get(0);
  }

  private void awaitNoLock() throws SQLException {
    while (!database
        .strings(
            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database ="
                + " (SELECT oid FROM pg_database WHERE datname = current_database())")
        .isEmpty()) {
      Pause.brief();
    }
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not the suite's own")
        .hasMessageNotContaining("\n");
  }
}
