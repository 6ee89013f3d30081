package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.UserError;
import storagebench.fixture.Cluster;
import storagebench.gpfdist.GpfdistServer;
import storagebench.gpfdist.Offer;
import storagebench.gpfdist.RowBlocks;
import storagebench.gpfdist.RowSource;
import storagebench.server.Target;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.Digest;

/** Batches that the segments fetch are stored as those of any other method. */
@Timeout(120)
class GpfdistInsertTest {
  private static final Batch BATCH = Batch.numbered(1, 3001);

  @Cluster.Needed
  @ParameterizedTest
  @CsvSource({"cdr, HEAP, 0", "cdr, AO, 1", "cdr, AOCO, 2", "logs, HEAP, 0", "sales, AOCO, 1"})
  void aClusterStoresTheRowsOfAnyWorkload(String name, Variant variant, int streams)
      throws SQLException {
    try (BenchDatabase cluster = BenchDatabase.onCluster();
        Connection session = cluster.connect(Target.AS_PSQL)) {
      session.setAutoCommit(false);
      Staging staging =
          new Staging(cluster.connection(), Workload.open(name, cluster.connection()));
      try (GpfdistInsert ingest = GpfdistInsert.open(session, staging, streams)) {
        BenchTable table =
            BenchTable.create(cluster.connection(), staging.workload(), variant, Indexes.NONE);
        Digest sent = Digest.EMPTY;
        ingest.into(table.name());
        for (int k = 0; k < 3; k++) {
          sent = sent.plus(ingest.prepare(new Batch(CallStream.ORIGIN + 200 * k, 200)));
          assertThat(ingest.insert()).isEqualTo(200);
          session.commit();
          assertThat(ingest.served().rows()).isEqualTo(200);
          assertThat(ingest.served().missing()).isEmpty();
        }
        table.verify(sent);
      }
    }
  }

  @Cluster.Needed
  @Test
  void aPreparedBatchMayBeRolledBackAndGoIntoAnotherTable() throws SQLException {
    try (BenchDatabase cluster = BenchDatabase.onCluster();
        Connection session = cluster.connect(Target.AS_PSQL)) {
      session.setAutoCommit(false);
      Staging staging = new Staging(cluster.connection(), BenchDatabase.CDR);
      BenchTable one = heap(cluster);
      BenchTable other = heap(cluster);
      try (GpfdistInsert ingest = GpfdistInsert.open(session, staging, 0)) {
        Digest prepared = ingest.prepare(BATCH);
        ingest.into(one.name());
        ingest.insert();
        session.rollback();
        ingest.into(other.name());
        ingest.insert();
        session.commit();
        one.verify(Digest.EMPTY);
        other.verify(prepared);
      }
    }
  }

  private static BenchTable heap(BenchDatabase database) {
    return BenchTable.create(database.connection(), BenchDatabase.CDR, Variant.HEAP, Indexes.NONE);
  }

  @Cluster.Needed
  @Test
  void moreStreamsThanPrimariesAreRefused() throws SQLException {
    try (BenchDatabase cluster = BenchDatabase.onCluster()) {
      Staging staging = new Staging(cluster.connection(), BenchDatabase.CDR);
      assertThatThrownBy(() -> GpfdistInsert.open(cluster.connection(), staging, 1000))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("streams is 1000; expected at most one for each of");
    }
  }

  @Cluster.Needed
  @Test
  void whatAnAdministratorHasToRunIsReadyToPasteWhateverTheRolesName() throws SQLException {
    try (BenchDatabase cluster = BenchDatabase.onCluster()) {
      Staging staging = new Staging(cluster.connection(), BenchDatabase.CDR);
      cluster.execute(
          "DROP ROLE IF EXISTS \"bench-user\"",
          "CREATE ROLE \"bench-user\"",
          "SET ROLE \"bench-user\"");
      try {
        assertThatThrownBy(() -> GpfdistInsert.open(cluster.connection(), staging, 0))
            .isInstanceOf(UserError.class)
            .hasMessageContaining("ALTER ROLE \"bench-user\" CREATEEXTTABLE (type=");
      } finally {
        cluster.execute("RESET ROLE", "DROP ROLE \"bench-user\"");
      }
    }
  }

  @Test
  void aServerWithoutExternalTablesIsRefused() throws SQLException {
    try (BenchDatabase plain = BenchDatabase.create()) {
      Staging staging = new Staging(plain.connection(), BenchDatabase.CDR);
      assertThatThrownBy(() -> GpfdistInsert.open(plain.connection(), staging, 0))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(
              "gpfdist needs segments that fetch rows, which this server has not");
    }
  }

  @Test
  void aStatementThatNoSegmentFollowsIsCancelled() throws SQLException {
    try (BenchDatabase plain = BenchDatabase.create();
        Statement statement = plain.connection().createStatement();
        GpfdistServer server = GpfdistServer.listen(InetAddress.getLoopbackAddress());
        RowSource source = server.source(2);
        ArrivalWatch watch =
            new ArrivalWatch(statement, server.authority(), Duration.ofMillis(100))) {
      Offer offer = source.offer(RowBlocks.of(List.of(), 2));
      assertThatThrownBy(
              () -> watch.execute("CREATE TABLE public.late AS SELECT pg_sleep(60)::text", offer))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("segments [0, 1] have not asked " + server.authority());
    }
  }
}
