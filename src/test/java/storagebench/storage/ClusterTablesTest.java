package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.UserError;
import storagebench.fixture.Cluster;
import storagebench.server.SqlScript;
import storagebench.storage.Staging.StagedBatch;
import storagebench.workload.Batch;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;

/** Variants, staging and sizes on a Cloudberry or Greenplum cluster. */
@Cluster.Needed
class ClusterTablesTest {
  private static final Batch BATCH = Batch.numbered(0, 20_000);

  @TempDir private Path folder;
  private BenchDatabase database;

  @BeforeEach
  void createSchema() throws SQLException {
    database = BenchDatabase.onCluster();
  }

  @AfterEach
  void disconnect() throws SQLException {
    database.close();
  }

  static Variant[] variants() {
    return Variant.values();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyVariantTheServerHasStoresWhatWasSentWithIndexes(Variant variant) throws SQLException {
    if (variant.obstacle(database.server()).isPresent()) {
      assertThatThrownBy(
              () ->
                  BenchTable.create(database.connection(), BenchDatabase.CDR, variant, Indexes.ALL))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(variant.toString());
      return;
    }
    BenchTable table =
        BenchTable.create(database.connection(), BenchDatabase.CDR, variant, Indexes.ALL);
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
    BenchTable table =
        BenchTable.create(database.connection(), BenchDatabase.CDR, variant, Indexes.NONE);

    assertThat(
            database.strings(
                "SELECT a.amname || ' ' || pg_get_table_distributedby(c.oid) FROM pg_class c"
                    + " JOIN pg_am a ON a.oid = c.relam WHERE c.relname = '"
                    + table.name()
                    + "'"))
        .containsExactly(method + " DISTRIBUTED BY (call_id)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AO", "AOCO"})
  void appendOptimizedTablesAreCompressedByZstdLevelFive(Variant variant) throws SQLException {
    BenchTable table =
        BenchTable.create(database.connection(), BenchDatabase.CDR, variant, Indexes.NONE);

    assertThat(
            database.strings(
                "SELECT unnest(reloptions) FROM pg_class WHERE relname = '" + table.name() + "'"))
        .contains("compresstype=zstd", "compresslevel=5");
  }

  @ParameterizedTest
  @CsvSource({
    "AO, zstd, 1, 32768",
    "AO, zlib, 9, 8192",
    "AOCO, rle_type, 4, 65536",
    "AOCO, none, -, 2097152"
  })
  void theCatalogHasTheOptionsThatWereAskedFor(
      Variant variant, String type, String level, String blocksize)
      throws SQLException, IOException {
    Variant asked =
        variant.with(Map.of("compresstype", type, "compresslevel", level, "blocksize", blocksize));

    BenchTable.create(database.connection(), BenchDatabase.CDR, asked, Indexes.NONE).drop();

    // Without a level the server takes the one that compression has by default.
    Variant withoutLevel =
        variant.definedBy(
            SqlScript.of(
                Files.writeString(
                    folder.resolve("own.sql"),
                    asked.file().text().replace("compresslevel = :compresslevel,", ""))));
    if (!level.equals("-")) {
      assertThatThrownBy(
              () ->
                  BenchTable.create(
                      database.connection(),
                      BenchDatabase.CDR,
                      withoutLevel.with(Map.of("compresslevel", "3")),
                      Indexes.NONE))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("compresslevel")
          .hasMessageContaining("expected 3 alone");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AO, rle_type, 1, rle_type cannot be used with Append Only relations row orientation",
    "AOCO, rle_type, 5, out of range for rle_type",
    "AOCO, zlib, 10, out of range for zlib",
    "AO, zstd, 20, out of bounds for option",
    "AO, lzo, 1, lzo"
  })
  void theServerSaysWhatItRefusesAndNothingIsLeft(
      Variant variant, String type, String level, String why) throws SQLException {
    List<String> before = database.tables();
    try (DefinitionCheck check = new DefinitionCheck(database.connection(), database.server())) {
      Variant asked = variant.with(Map.of("compresstype", type, "compresslevel", level));
      assertThat(check.refusal(asked, "cdr", Indexes.NONE))
          .hasValueSatisfying(refusal -> assertThat(refusal).contains(why).doesNotContain("\n"));
      assertThat(check.refusal(variant, "cdr", Indexes.NONE)).isEmpty();
    }
    assertThat(database.tables()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AO", "AOCO"})
  void theServersOwnUncompressedCountOfAppendOptimizedTablesIsNearTheRawBytes(Variant variant)
      throws SQLException {
    BenchTable table =
        BenchTable.create(database.connection(), BenchDatabase.CDR, variant, Indexes.NONE);
    Digest sent = load(table);
    Footprint footprint = table.footprint();

    assertThat(footprint.uncompressed()).isPresent();
    assertThat(footprint.uncompressed().getAsLong())
        .isCloseTo(sent.textBytes(), Percentage.withPercentage(35));
    String segmentFiles = variant.equals(Variant.AO) ? "__gp_aoseg" : "__gp_aocsseg";
    assertThat(footprint.table())
        .isEqualTo(
            database.number(
                String.format(
                    "SELECT sum(eof)::bigint FROM gp_toolkit.%s('storage_bench.%s'::regclass)",
                    segmentFiles, table.name())))
        .isLessThan(sent.textBytes() / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAP", "AO", "AOCO"})
  void sizesAreThoseOfAllSegments(Variant variant) throws SQLException {
    BenchTable table =
        BenchTable.create(database.connection(), BenchDatabase.CDR, variant, Indexes.ALL);
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
  @ValueSource(strings = {"HEAP", "PAX", "PAX_NO_CLUSTER"})
  void onlyAppendOptimizedTablesHaveAnUncompressedCount(Variant variant) throws SQLException {
    if (variant.obstacle(database.server()).isEmpty()) {
      BenchTable table =
          BenchTable.create(database.connection(), BenchDatabase.CDR, variant, Indexes.NONE);
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
                    + BenchTable.create(
                            database.connection(), BenchDatabase.CDR, Variant.AO, Indexes.NONE)
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
