package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import storagebench.UserError;
import storagebench.fixture.Cluster;
import storagebench.storage.Staging.StagedBatch;
import storagebench.workload.Batch;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;

/** Variants, staging and sizes on a Cloudberry or Greenplum cluster. */
@Cluster.Needed
class ClusterTablesTest {
  private static final Batch BATCH = Batch.numbered(0, 20_000);

  private BenchDatabase database;

  @BeforeEach
  void createSchema() throws SQLException {
    database = BenchDatabase.onCluster();
  }

  @AfterEach
  void disconnect() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyVariantTheServerHasStoresWhatWasSentWithIndexes(Variant variant) throws SQLException {
    if (variant.obstacle(database.server()).isPresent()) {
      assertThatThrownBy(
              () -> BenchTable.create(database.connection(), BenchDatabase.CDR, variant, true))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(variant.toString());
      return;
    }
    BenchTable table = BenchTable.create(database.connection(), BenchDatabase.CDR, variant, true);
    Digest sent =
        table
            .preload(new Staging(database.connection(), BenchDatabase.CDR), 1000)
            .plus(load(table));
    table.verify(sent);
    Footprint footprint = table.footprint();

    assertThat(footprint.table()).isPositive();
    assertThat(footprint.index()).isPositive();
    database.execute("DELETE FROM storage_bench." + table.name() + " WHERE cell_tower_id = 7");
    assertThatThrownBy(() -> table.verify(sent)).isInstanceOf(UserError.class);
  }

  @ParameterizedTest
  @CsvSource({"HEAP, heap", "AO, ao_row", "AOCO, ao_column"})
  void aVariantIsStoredByItsAccessMethodAndDistributedByCallId(Variant variant, String method)
      throws SQLException {
    BenchTable table = BenchTable.create(database.connection(), BenchDatabase.CDR, variant, false);

    assertThat(
            database.strings(
                "SELECT a.amname || ' ' || pg_get_table_distributedby(c.oid) FROM pg_class c"
                    + " JOIN pg_am a ON a.oid = c.relam WHERE c.relname = '"
                    + table.name()
                    + "'"))
        .containsExactly(method + " DISTRIBUTED BY (call_id)");
  }

  @ParameterizedTest
  @EnumSource(names = {"AO", "AOCO"})
  void appendOptimizedTablesAreCompressedByZstdLevelFive(Variant variant) throws SQLException {
    BenchTable table = BenchTable.create(database.connection(), BenchDatabase.CDR, variant, false);

    assertThat(
            database.strings(
                "SELECT unnest(reloptions) FROM pg_class WHERE relname = '" + table.name() + "'"))
        .contains("compresstype=zstd", "compresslevel=5");
  }

  @ParameterizedTest
  @EnumSource(names = {"AO", "AOCO"})
  void theServersOwnUncompressedCountOfAppendOptimizedTablesIsNearTheRawBytes(Variant variant)
      throws SQLException {
    BenchTable table = BenchTable.create(database.connection(), BenchDatabase.CDR, variant, false);
    Digest sent = load(table);
    Footprint footprint = table.footprint();

    assertThat(footprint.uncompressed()).isPresent();
    assertThat(footprint.uncompressed().getAsLong())
        .isCloseTo(sent.textBytes(), Percentage.withPercentage(35));
    String segmentFiles = variant == Variant.AO ? "__gp_aoseg" : "__gp_aocsseg";
    assertThat(footprint.table())
        .isEqualTo(
            database.number(
                String.format(
                    "SELECT sum(eof)::bigint FROM gp_toolkit.%s('storage_bench.%s'::regclass)",
                    segmentFiles, table.name())))
        .isLessThan(sent.textBytes() / 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"HEAP", "AO", "AOCO"})
  void sizesAreThoseOfAllSegments(Variant variant) throws SQLException {
    BenchTable table = BenchTable.create(database.connection(), BenchDatabase.CDR, variant, true);
    load(table);
    Footprint footprint = table.footprint();

    assertThat(footprint.table() + footprint.auxiliary() + footprint.index())
        .isEqualTo(
            database.number("SELECT pg_total_relation_size('storage_bench." + table.name() + "')"));
    // Added up here: in one query with an aggregate the function would run on the coordinator.
    long onSegments =
        database
            .strings(
                "SELECT pg_relation_size(oid) FROM gp_dist_random('pg_class') WHERE relname = '"
                    + table.name()
                    + "'")
            .stream()
            .mapToLong(Long::parseLong)
            .sum();
    assertThat(footprint.table()).isEqualTo(onSegments);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"AO", "AOCO"})
  void onlyAppendOptimizedTablesHaveAnUncompressedCount(Variant variant) throws SQLException {
    if (variant.obstacle(database.server()).isEmpty()) {
      BenchTable table =
          BenchTable.create(database.connection(), BenchDatabase.CDR, variant, false);
      load(table);
      assertThat(table.footprint().uncompressed()).isEmpty();
    }
  }

  @Test
  void rowsAreStagedWhereTheTablesUnderTestWillStoreThem() throws SQLException {
    StagedBatch staged = new Staging(database.connection(), BenchDatabase.CDR).stage(BATCH);

    assertThat(
            database.strings(
                "SELECT pg_get_table_distributedby('storage_bench."
                    + staged.table()
                    + "'::regclass)"))
        .containsExactly("DISTRIBUTED BY (call_id)");
    String plan =
        String.join(
            "\n",
            database.strings(
                "EXPLAIN INSERT INTO storage_bench."
                    + BenchTable.create(database.connection(), BenchDatabase.CDR, Variant.AO, false)
                        .name()
                    + " SELECT * FROM storage_bench."
                    + staged.table()));
    assertThat(plan).contains("Insert").doesNotContain("Motion");
  }

  private Digest load(BenchTable table) throws SQLException {
    return new CopyLoad(database.connection(), CopyFormat.BINARY, table.name())
        .load(BenchDatabase.STREAM, BATCH);
  }
}
