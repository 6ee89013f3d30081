package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.UserError;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;

class BenchTableTest {
  private static final Batch BATCH = Batch.numbered(0, 1000);

  private BenchDatabase database;

  @BeforeEach
  void createSchema() throws SQLException {
    database = BenchDatabase.create();
  }

  @AfterEach
  void disconnect() throws SQLException {
    database.close();
  }

  @Test
  void whatWasSentVerifies() throws SQLException {
    BenchTable table = table(false);
    Digest sent = load(table, BATCH).plus(load(table, Batch.numbered(1, 1000)));

    assertThatCode(() -> table.verify(sent)).doesNotThrowAnyException();
  }

  @Test
  void anEmptyTableVerifiesAsNothingSent() {
    table(true).verify(Digest.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM %s WHERE sequence_number = 1000000007",
        "INSERT INTO %1$s SELECT * FROM %1$s WHERE sequence_number = 1000000007",
        "UPDATE %s SET call_quality_mos = 6 - call_quality_mos WHERE sequence_number = 1000000007",
        "UPDATE %s SET packet_loss_percent = NULL WHERE sequence_number = 1000000007",
        // As many rows as were sent, and not the same.
        "WITH lost AS (DELETE FROM %1$s WHERE sequence_number = 1000000007)"
            + " INSERT INTO %1$s SELECT * FROM %1$s WHERE sequence_number = 1000000008",
        "TRUNCATE %s"
      })
  void anythingElseDoesNot(String damage) throws SQLException {
    BenchTable table = table(false);
    Digest sent = load(table, BATCH);
    database.execute(String.format(damage, "storage_bench." + table.name()));

    assertThatThrownBy(() -> table.verify(sent))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(table.name())
        .hasMessageContaining("1000 rows")
        .hasMessageContaining("does not count")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aBatchThatNeverArrivedDoesNotVerify() throws SQLException {
    BenchTable table = table(false);
    Digest sent = load(table, BATCH).plus(Digest.of(BenchDatabase.STREAM, Batch.numbered(1, 1000)));

    assertThatThrownBy(() -> table.verify(sent)).isInstanceOf(UserError.class);
  }

  @Test
  void indexesAreBuiltOnlyIfAskedFor() throws SQLException {
    assertThat(indexedColumns(table(false))).isEmpty();
    assertThat(indexedColumns(table(true)))
        .isEqualTo("call_date,call_timestamp,callee_number,caller_number,cell_tower_id");
  }

  @Test
  void preloadedRowsComeBeforeTheFirstBatchAndVerify() throws SQLException {
    BenchTable table = table(true);
    Digest preloaded = table.preload(new Staging(database.connection(), BenchDatabase.CDR), 2500);
    String bounds =
        database
            .strings(
                "SELECT min(sequence_number) || '-' || max(sequence_number) FROM storage_bench."
                    + table.name())
            .get(0);

    assertThat(preloaded)
        .isEqualTo(Digest.of(BenchDatabase.STREAM, new Batch(CallStream.ORIGIN - 2500, 2500)));
    assertThat(bounds).isEqualTo((CallStream.ORIGIN - 2500) + "-" + (CallStream.ORIGIN - 1));
    table.verify(preloaded.plus(load(table, BATCH)));
  }

  @Test
  void preloadingMoreThanOneLoadOfRowsLoadsEachOnce() throws SQLException {
    BenchTable table = table(false);
    Digest preloaded =
        table.preload(new Staging(database.connection(), BenchDatabase.CDR), 150_000);

    assertThat(preloaded.rows()).isEqualTo(150_000);
    assertThat(preloaded)
        .isEqualTo(
            Digest.of(BenchDatabase.STREAM, new Batch(CallStream.ORIGIN - 150_000, 150_000)));
    table.verify(preloaded);
  }

  @Test
  void preloadingNothingSendsNothing() {
    assertThat(table(false).preload(new Staging(database.connection(), BenchDatabase.CDR), 0))
        .isEqualTo(Digest.EMPTY);
  }

  @Test
  void theFootprintIsWhatTheServersSizeFunctionsSay() throws SQLException {
    BenchTable table = table(true);
    load(table, Batch.numbered(0, 5000));
    database.execute("VACUUM storage_bench." + table.name());
    Footprint footprint = table.footprint();

    assertThat(footprint.table()).isEqualTo(size("pg_relation_size", table)).isPositive();
    assertThat(footprint.index()).isEqualTo(size("pg_indexes_size", table)).isPositive();
    assertThat(footprint.table() + footprint.auxiliary()).isEqualTo(size("pg_table_size", table));
    assertThat(footprint.table() + footprint.auxiliary() + footprint.index())
        .isEqualTo(size("pg_total_relation_size", table));
    assertThat(footprint.auxiliary()).as("free space and visibility maps").isPositive();
    assertThat(footprint.uncompressed()).isEmpty();
  }

  @Test
  void aTableWithoutIndexesHasNoIndexBytes() throws SQLException {
    BenchTable table = table(false);
    load(table, BATCH);

    assertThat(table.footprint().index()).isZero();
  }

  @Test
  void droppedIsGone() throws SQLException {
    BenchTable table = table(true);
    table.drop();

    assertThat(database.tables()).doesNotContain(table.name());
    assertThatCode(table::drop).doesNotThrowAnyException();
  }

  @Test
  void twoTablesAtOnceAreTwo() {
    assertThat(table(false).name()).isNotEqualTo(table(false).name());
  }

  @Test
  void aTableThatSomebodyDroppedIsToldWithItsNameAndWhatHappened() throws SQLException {
    BenchTable table = table(false);
    table.drop();

    assertThatThrownBy(() -> table.verify(Digest.EMPTY))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(table.name())
        .hasMessageContaining("something else dropped it")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(table::footprint).isInstanceOf(UserError.class);
    assertThatThrownBy(
            () -> table.preload(new Staging(database.connection(), BenchDatabase.CDR), 10))
        .isInstanceOf(UserError.class);
  }

  @Test
  void aVariantThatTheServerLacksIsToldInOneLine() {
    assertThatThrownBy(
            () ->
                BenchTable.create(
                    database.connection(), BenchDatabase.CDR, Variant.PAX, Indexes.NONE))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("cannot create a table of variant PAX")
        .hasMessageNotContaining("\n");
  }

  @Test
  void oneIndexIsBuiltByTheNameOfItsColumn() throws SQLException {
    List<String> one = Indexes.each(BenchDatabase.CDR);

    assertThat(one)
        .containsExactly(
            "call_timestamp", "caller_number", "callee_number", "cell_tower_id", "call_date");
    for (String column : one) {
      BenchTable table =
          BenchTable.create(
              database.connection(), BenchDatabase.CDR, Variant.HEAP, new Indexes(column));
      assertThat(indexedColumns(table)).isEqualTo(column);
    }
  }

  private BenchTable table(boolean indexes) {
    return BenchTable.create(
        database.connection(),
        BenchDatabase.CDR,
        Variant.HEAP,
        indexes ? Indexes.ALL : Indexes.NONE);
  }

  private Digest load(BenchTable table, Batch batch) throws SQLException {
    return new CopyLoad(database.connection(), CopyFormat.BINARY, table.name())
        .load(BenchDatabase.STREAM, batch);
  }

  private long size(String function, BenchTable table) throws SQLException {
    return database.number("SELECT " + function + "('storage_bench." + table.name() + "')");
  }

  private String indexedColumns(BenchTable table) throws SQLException {
    return String.join(
        ",",
        database.strings(
            "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indexrelid"
                + " JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam"
                + " WHERE m.amname = 'btree' AND i.indrelid = 'storage_bench."
                + table.name()
                + "'::regclass ORDER BY a.attname"));
  }
}
