package storagebench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** Warming up the driver is seen by the server and changes nothing there. */
class DriverWarmUpTest {
  private static final String COMMITS =
      "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()";
  private static final String WRITES = "SELECT txid_snapshot_xmax(txid_current_snapshot())";

  @Test
  void manyTransactionsAreCommittedThatWriteNothing() throws SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    try (Connection session = database.connect()) {
      List<String> writesBefore = database.strings(WRITES);
      session.setAutoCommit(false);

      DriverWarmUp.of(session);

      assertThat(session.getAutoCommit()).isFalse();
      assertThat(database.strings(WRITES)).isEqualTo(writesBefore);
    }
    assertThat(Long.parseLong(database.strings(COMMITS).get(0))).isGreaterThan(100);
  }
}
