package storagebench.gpfdist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.fixture.Cluster;
import storagebench.fixture.Pause;
import storagebench.fixture.TestDatabase;

/** A cluster's own segments read from the server. */
@Cluster.Needed
@Timeout(120)
class ExternalTableTest {
  private static final int ROWS = 100_000;
  private static final String LOAD = "INSERT INTO gpfdist_try.t SELECT * FROM gpfdist_try.e";

  /** So slow that it is under way when a test wants to end it. */
  private static final String SLOW_LOAD = LOAD + " WHERE pg_sleep(0.0001) IS NOT NULL";

  private final TestDatabase database = Cluster.database();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private GpfdistServer server;
  private RowSource source;

  @BeforeEach
  void createTables() throws SQLException, UnknownHostException {
    InetAddress address = InetAddress.getByName(first("SELECT host(inet_client_addr())"));
    server = GpfdistServer.listen(address, Deadlines.USUAL, log::add);
    int primaries =
        Integer.parseInt(
            first(
                "SELECT count(*) FROM gp_segment_configuration WHERE role = 'p' AND content >= 0"));
    source = server.source(primaries);
    database.execute(
        "DROP SCHEMA IF EXISTS gpfdist_try CASCADE",
        "CREATE SCHEMA gpfdist_try",
        "CREATE TABLE gpfdist_try.t (n bigint, said text) USING heap DISTRIBUTED BY (n)");
    createExternalTable("e", source.locations(1));
  }

  private void createExternalTable(String name, List<String> locations) throws SQLException {
    database.execute(
        String.format(
            "CREATE EXTERNAL TABLE gpfdist_try.%s (LIKE gpfdist_try.t) LOCATION ('%s')"
                + " FORMAT 'TEXT'",
            name, String.join("', '", locations)));
  }

  @AfterEach
  void dropTables() throws SQLException {
    server.close();
    threads.shutdownNow();
    database.execute("DROP SCHEMA IF EXISTS gpfdist_try CASCADE");
  }

  private String first(String query) throws SQLException {
    return database.strings(query).get(0);
  }

  /** Rows, their numbers and their texts, however often a row is there. */
  private String stored() throws SQLException {
    return first(
        "SELECT concat_ws(' ', count(*), count(DISTINCT n), coalesce(sum(n), 0),"
            + " count(nullif(said = E'called\\ntwice', false))) FROM gpfdist_try.t");
  }

  private static String all(long rows) {
    return rows + " " + rows + " " + rows * (rows - 1) / 2 + " " + rows;
  }

  private Future<?> inBackground(String statement) {
    Callable<Void> execution =
        () -> {
          database.execute(statement);
          return null;
        };
    return threads.submit(execution);
  }

  private static void awaitRows(Offer offer) {
    while (offer.soFar().rows() == 0) {
      Pause.brief();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, ROWS})
  void everyRowIsStoredOnceAndEverySegmentAsks(int rows) throws SQLException {
    Offer offer = source.offer(SharedRows.blocks(rows, source.segments()));
    database.execute(LOAD);

    assertThat(stored()).isEqualTo(all(rows));
    Served served = offer.served();
    assertThat(served.rows()).isEqualTo(rows);
    assertThat(served.missing()).isEmpty();
  }

  @Test
  void everySegmentMayHaveAUrlOfItsOwn() throws SQLException {
    createExternalTable("own", source.locations(source.segments()));
    source.offer(SharedRows.blocks(ROWS, source.segments()));
    database.execute("INSERT INTO gpfdist_try.t SELECT * FROM gpfdist_try.own");

    assertThat(stored()).isEqualTo(all(ROWS));
  }

  @Test
  void theSameExternalTableReadsTheNextBatch() throws SQLException {
    for (int rows : new int[] {1000, 2000}) {
      source.offer(SharedRows.blocks(rows, source.segments()));
      database.execute("TRUNCATE gpfdist_try.t", LOAD);
      assertThat(stored()).isEqualTo(all(rows));
    }
  }

  @Test
  void aLimitEndsAScanEarlyAndDoesNoHarm() throws SQLException {
    source.offer(SharedRows.blocks(1_000_000, source.segments()));

    assertThat(database.strings("SELECT n FROM gpfdist_try.e LIMIT 5")).hasSize(5);
    source.offer(SharedRows.blocks(ROWS, source.segments()));
    database.execute(LOAD);
    assertThat(stored()).isEqualTo(all(ROWS));
  }

  @Test
  void aStatementThatIsCancelledStoresNothingAndTheNextStoresAll() throws Exception {
    Offer offer = source.offer(SharedRows.blocks(1_000_000, source.segments()));
    Future<?> loading = inBackground(SLOW_LOAD);
    awaitRows(offer);
    database.execute(
        "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query = '" + SLOW_LOAD + "'");

    assertThatThrownBy(loading::get)
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("canceling statement due to user request");
    assertThat(stored()).isEqualTo(all(0));
    source.offer(SharedRows.blocks(ROWS, source.segments()));
    database.execute(LOAD);
    assertThat(stored()).isEqualTo(all(ROWS));
  }

  @Test
  void aStatementWhoseServerGoesAwayFails() throws Exception {
    Offer offer = source.offer(SharedRows.blocks(1_000_000, source.segments()));
    Future<?> loading = inBackground(SLOW_LOAD);
    awaitRows(offer);
    server.close();

    assertThatThrownBy(loading::get)
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("gpfdist");
    assertThat(stored()).isEqualTo(all(0));
  }

  @Test
  void twoSessionsAtOnceReadBatchesOfTheirOwn() throws Exception {
    RowSource other = server.source(source.segments());
    createExternalTable("other", other.locations(1));
    source.offer(SharedRows.blocks(ROWS, source.segments()));
    other.offer(SharedRows.blocks(1000, source.segments()));
    Future<?> one = inBackground(LOAD);
    Future<?> two = inBackground("INSERT INTO gpfdist_try.t SELECT * FROM gpfdist_try.other");
    one.get();
    two.get();

    assertThat(first("SELECT count(*) FROM gpfdist_try.t")).isEqualTo("" + (ROWS + 1000));
    assertThat(first("SELECT count(*) FROM gpfdist_try.t WHERE n < 1000")).isEqualTo("2000");
  }

  @Test
  void whatIsRefusedIsTheMessageOfTheStatement() throws SQLException {
    try (Connection session = database.connect()) {
      assertThatThrownBy(() -> session.createStatement().execute(LOAD))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("404 no batch is on offer");
    }
    assertThat(log).isNotEmpty().allMatch(line -> line.endsWith(": 404 no batch is on offer"));
  }
}
