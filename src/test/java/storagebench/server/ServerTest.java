package storagebench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.fixture.Cluster;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.storage.Variant;

class ServerTest {
  private static final Server WITHOUT_ZSTD =
      new Server(
          "PostgreSQL 12",
          false,
          false,
          false,
          0,
          Set.of("heap", "ao_row"),
          Set.of("zlib"),
          List.of(),
          Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PostgreSQL 14.4 (Apache Cloudberry 2.0.0-incubating build 1) on x86_64-pc-linux-gnu"
            + " | Apache Cloudberry 2.0.0-incubating build 1",
        "PostgreSQL 14.4 (Apache Cloudberry 2.1.0-incubating build bdf90c5518f) on aarch64"
            + " | Apache Cloudberry 2.1.0-incubating build bdf90c5518f",
        "PostgreSQL 14.4 (Cloudberry Database 1.5.4+dev.106.g057f9d27525 build dev) on x86_64"
            + " | Cloudberry Database 1.5.4+dev.106.g057f9d27525 build dev",
        "PostgreSQL 14.4 (Apache Cloudberry 2.0.0-devel+dev.1959.g94a81765e6 build dev) on x86_64"
            + " | Apache Cloudberry 2.0.0-devel+dev.1959.g94a81765e6 build dev",
        "PostgreSQL 12.12 (Greenplum Database 7.1.0 build commit:e7c2b1f) on x86_64"
            + " | Greenplum Database 7.1.0 build commit:e7c2b1f",
        "PostgreSQL 12 (MatrixDB 5.0.0-community) (Greenplum Database 7.0.0 build dev) on x86_64"
            + " | Greenplum Database 7.0.0 build dev",
        "PostgreSQL 14.15 (Debian 14.15-1) on x86_64-pc-linux-gnu | PostgreSQL 14.15"
      })
  void theProductAndItsBuildAreReadFromTheVersion(String version, String product) {
    assertThat(server(version, Map.of()).product()).isEqualTo(product);
    assertThat(server(version, Map.of()).assertions()).isFalse();
  }

  @Test
  void aDebugBuildIsKnownByItsVersionOrItsSetting() {
    String debug =
        "PostgreSQL 14.4 (Apache Cloudberry 2.0.0-devel build dev) on x86_64 (with assert checking)";

    assertThat(server(debug, Map.of()).assertions()).isTrue();
    assertThat(server("PostgreSQL 14", Map.of("debug_assertions", "on")).assertions()).isTrue();
    assertThat(server("PostgreSQL 14", Map.of("debug_assertions", "off")).assertions()).isFalse();
  }

  @Test
  void plainPostgresStoresHeapOnly() throws SQLException {
    Server server = read(EmbeddedServer.sharedDatabase());

    assertThat(server.cluster()).isFalse();
    assertThat(server.recovering()).isFalse();
    assertThat(server.readOnly()).isFalse();
    assertThat(server.product()).startsWith("PostgreSQL 14.");
    assertThat(server.settings()).containsKeys("shared_buffers", "wal_level", "fsync");
    assertThat(Variant.HEAP.obstacle(server)).isEmpty();
    assertThat(Variant.AO.obstacle(server))
        .hasValueSatisfying(w -> assertThat(w).contains("pg_am"));
    assertThat(Variant.PAX.obstacle(server)).isPresent();
  }

  @Test
  void aServerWithoutTheCompressorCannotStoreTheCompressedVariants() {
    assertThat(Variant.AO.obstacle(WITHOUT_ZSTD))
        .hasValueSatisfying(w -> assertThat(w).contains("zstd"));
    assertThat(Variant.HEAP.obstacle(WITHOUT_ZSTD)).isEmpty();
  }

  @Test
  void aDefinitionThatLeavesNoCompressorOpenIsTheServersToRefuse() {
    SqlScript own =
        SqlScript.of("own", "CREATE TABLE storage_bench.:\"table\" (a int) USING ao_row;");

    assertThat(Variant.AO.definedBy(own).obstacle(WITHOUT_ZSTD)).isEmpty();
  }

  /** Sessions of earlier tests may be on their way out. */
  @Test
  @Timeout(30)
  void otherSessionsCountAsLongAsTheyAreAtWork() throws SQLException, InterruptedException {
    TestDatabase database = EmbeddedServer.sharedDatabase();
    try (Connection one = database.connect();
        Connection other = database.connect()) {
      Thread working =
          new Thread(
              () -> {
                try {
                  TestDatabase.strings(other, "SELECT pg_sleep(0.5)");
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      working.start();
      while (Server.read(one).activeSessions() == 0) {
        Thread.sleep(10);
      }
      working.join();
      while (Server.read(one).activeSessions() > 0) {
        Thread.sleep(10);
      }
    }
  }

  @Test
  void aRoleSetToReadOnlyIsSeen() throws SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    try (Connection connection = database.connect()) {
      TestDatabase.strings(
          connection, "SELECT set_config('default_transaction_read_only', 'on', false)");
      assertThat(Server.read(connection).readOnly()).isTrue();
    }
  }

  @Test
  @Cluster.Needed
  void aClusterHasACoordinatorAndPrimaries() throws SQLException {
    Server server = read(Cluster.database());

    assertThat(server.cluster()).isTrue();
    assertThat(server.primaries()).isNotEmpty().allMatch(Segment::up);
    assertThat(server.segments()).anyMatch(Segment::coordinator);
    assertThat(server.accessMethods()).contains("heap", "ao_row", "ao_column");
    assertThat(server.product()).matches("(Apache |)(Cloudberry|Greenplum).*");
  }

  private static Server read(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return Server.read(connection);
    }
  }

  private static Server server(String version, Map<String, String> settings) {
    return new Server(
        version, false, false, false, 0, Set.of("heap"), Set.of(), List.of(), settings);
  }
}
