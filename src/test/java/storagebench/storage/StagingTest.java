package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import storagebench.UserError;
import storagebench.fixture.TableChecksum;
import storagebench.storage.Staging.StagedBatch;
import storagebench.workload.Batch;
import storagebench.workload.CallRecord;
import storagebench.workload.CallStream;
import storagebench.workload.Digest;

class StagingTest {
  private static final String LISTED = "SELECT relation FROM storage_bench.staged_batch ORDER BY 1";

  private BenchDatabase database;
  private Staging staging;

  @BeforeEach
  void createSchema() throws SQLException {
    database = BenchDatabase.create();
    staging = new Staging(database.connection(), BenchDatabase.CDR);
  }

  @AfterEach
  void disconnect() throws SQLException {
    database.close();
  }

  @Test
  void whatIsStagedIsWhatTheDigestSays() throws SQLException {
    Batch batch = Batch.numbered(2, 1000);
    StagedBatch staged = staging.stage(batch);

    assertThat(staged.digest()).isEqualTo(Digest.of(BenchDatabase.STREAM, batch));
    assertThat(staged.digest().rows()).isEqualTo(1000);
    assertHolds(staged);
  }

  @Test
  void aBatchIsStagedOnceForAllWhoAsk() throws SQLException {
    Batch batch = Batch.numbered(0, 100);
    StagedBatch first = staging.stage(batch);
    String oid = oid(first);
    StagedBatch again = staging.stage(batch);
    StagedBatch fromAnotherFork =
        new Staging(database.connection(), BenchDatabase.CDR).stage(batch);

    assertThat(again).isEqualTo(first);
    assertThat(fromAnotherFork).isEqualTo(first);
    assertThat(oid(first)).isEqualTo(oid);
    assertThat(database.strings(LISTED)).containsExactly(first.table());
  }

  @Test
  void otherRowsSizesAndSeedsAreOtherTables() {
    Staging ofAnotherSeed =
        new Staging(database.connection(), new CallDetailRecords(new CallStream(-5)));

    assertThat(staging.stage(Batch.numbered(0, 100)).table())
        .isNotEqualTo(staging.stage(Batch.numbered(1, 100)).table())
        .isNotEqualTo(staging.stage(Batch.numbered(0, 101)).table())
        .isNotEqualTo(ofAnotherSeed.stage(Batch.numbered(0, 100)).table());
  }

  @Test
  void whatADeadRunStagedHalfIsStagedAgain() throws SQLException {
    Batch batch = Batch.numbered(0, 100);
    StagedBatch staged = staging.stage(batch);
    database.execute(
        "DELETE FROM storage_bench." + staged.table() + " WHERE sequence_number % 2 = 0",
        "DELETE FROM storage_bench.staged_batch");

    assertHolds(staging.stage(batch));
  }

  @Test
  void stagedRowsAreFrozenAndHaveStatistics() throws SQLException {
    StagedBatch staged = staging.stage(Batch.numbered(0, 1000));

    assertThat(
            database.number(
                "SELECT reltuples::bigint FROM pg_class WHERE relname = '"
                    + staged.table()
                    + "' AND age(relfrozenxid) < 100"))
        .isEqualTo(1000);
    assertThat(
            database.number(
                "SELECT count(*) FROM pg_stats WHERE tablename = '" + staged.table() + "'"))
        .isEqualTo(CallRecord.COLUMNS);
  }

  @Test
  void theSessionGathersStatisticsOfOtherTablesAsBefore() throws SQLException {
    List<String> before = database.strings("SHOW default_statistics_target");
    staging.stage(Batch.numbered(0, 10));

    assertThat(database.strings("SHOW default_statistics_target")).isEqualTo(before);
  }

  @Test
  void theEarliestBatchOfTheSizeMakesRoomAndStagingGoesOn() throws SQLException {
    Staging small = new Staging(database.connection(), BenchDatabase.CDR, 300);
    StagedBatch first = small.stage(Batch.numbered(0, 100));
    StagedBatch second = small.stage(Batch.numbered(1, 100));
    StagedBatch third = small.stage(Batch.numbered(2, 100));
    StagedBatch fourth = small.stage(Batch.numbered(3, 100));

    assertThat(database.strings(LISTED))
        .containsExactly(second.table(), third.table(), fourth.table());
    assertThat(database.tables()).doesNotContain(first.table()).contains(second.table());
    assertHolds(small.stage(Batch.numbered(0, 100)));
  }

  @Test
  void batchesOfOtherSizesAndSeedsMakeRoomFirst() throws SQLException {
    Staging small = new Staging(database.connection(), BenchDatabase.CDR, 300);
    StagedBatch first = small.stage(Batch.numbered(0, 100));
    StagedBatch otherSize = small.stage(Batch.numbered(5, 50));
    StagedBatch otherSeed =
        new Staging(database.connection(), new CallDetailRecords(new CallStream(3)), 300)
            .stage(Batch.numbered(9, 100));
    small.stage(Batch.numbered(1, 100));
    StagedBatch third = small.stage(Batch.numbered(2, 100));

    assertThat(database.strings(LISTED))
        .contains(first.table(), third.table())
        .doesNotContain(otherSize.table(), otherSeed.table());
  }

  @Test
  void aBatchBeyondTheLimitIsStagedAloneRatherThanRefused() throws SQLException {
    Staging small = new Staging(database.connection(), BenchDatabase.CDR, 300);
    small.stage(Batch.numbered(0, 100));
    StagedBatch huge = small.stage(Batch.numbered(0, 500));

    assertThat(small.capacity(500)).isEqualTo(1);
    assertThat(database.strings(LISTED)).containsExactly(huge.table());
    assertHolds(huge);
  }

  @Test
  void asManyBatchesAsItSaysWaitAtOnce() throws SQLException {
    Staging small = new Staging(database.connection(), BenchDatabase.CDR, 300);
    for (int k = 0; k < small.capacity(90); k++) {
      small.stage(Batch.numbered(k, 90));
    }
    assertThat(database.strings(LISTED)).hasSize(3);
  }

  @Test
  void aBatchWhoseTableSomebodyDroppedIsStagedAgain() throws SQLException {
    Batch batch = Batch.numbered(0, 100);
    StagedBatch staged = staging.stage(batch);
    database.execute("DROP TABLE storage_bench." + staged.table());

    assertHolds(staging.stage(batch));
    assertThat(database.strings(LISTED)).containsExactly(staged.table());
  }

  @Test
  void stagingWithoutTheSchemaIsToldInOneLine() throws SQLException {
    database.execute("DROP SCHEMA storage_bench CASCADE");

    assertThatThrownBy(() -> staging.stage(Batch.numbered(0, 10)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("cannot stage 10 rows")
        .hasMessageNotContaining("\n");
  }

  private void assertHolds(StagedBatch staged) throws SQLException {
    TableChecksum checksum = TableChecksum.of(database.connection(), staged.table());
    assertThat(checksum.rows()).isEqualTo(staged.digest().rows());
    assertThat(checksum.sum()).isEqualTo(staged.digest().checksum());
  }

  private String oid(StagedBatch staged) throws SQLException {
    return database.strings("SELECT 'storage_bench." + staged.table() + "'::regclass::oid").get(0);
  }
}
