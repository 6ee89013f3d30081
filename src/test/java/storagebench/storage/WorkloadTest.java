package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.UserError;
import storagebench.fixture.Cluster;
import storagebench.fixture.TwentyTypes;
import storagebench.server.Target;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;

/** Workloads that the server makes or has: files of SQL, and tables of the user's. */
class WorkloadTest {
  @TempDir Path folder;

  private BenchDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = BenchDatabase.create();
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({"readings, 14", "ticks, 22", "logs, 19", "clicks, 37", "sales, 25"})
  void aFileOfSqlMakesTheSameRowsOnEveryServer(String name, int columns) throws SQLException {
    Workload workload = Workload.open(name, database.connection());
    Digest here = staged(workload, Batch.numbered(1, 400));
    try (BenchDatabase other = BenchDatabase.create()) {
      Workload there = Workload.open(name, other.connection());

      assertThat(new Staging(other.connection(), there).stage(Batch.numbered(1, 400)).digest())
          .isEqualTo(here);
    }
    assertThat(here.rows()).isEqualTo(400);
    assertThat(staged(workload, Batch.numbered(0, 400)).checksum()).isNotEqualTo(here.checksum());
    assertThat(workload.indexes().statements(Map.of("table", "t"))).hasSize(5);
    assertThat(
            database.strings(
                "SELECT count(*) FROM pg_attribute WHERE attnum > 0 AND attrelid = 'storage_bench."
                    + workload.table().get("template")
                    + "'::regclass"))
        .containsExactly(Integer.toString(columns));
  }

  @ParameterizedTest
  @ValueSource(strings = {"logs", TwentyTypes.NAME, "public.parted", "public.seen"})
  void everyMethodStoresTheRowsOfAnyWorkload(String name) throws SQLException {
    createSources(database);
    storeByEveryMethod(database, name, Variant.HEAP);
  }

  @Cluster.Needed
  @ParameterizedTest
  @ValueSource(strings = {"clicks", TwentyTypes.NAME, "public.parted", "public.seen"})
  void everyMethodStoresTheRowsOfAnyWorkloadOnACluster(String name) throws SQLException {
    try (BenchDatabase cluster = BenchDatabase.onCluster()) {
      createSources(cluster);
      storeByEveryMethod(cluster, name, Variant.HEAP);
      storeByEveryMethod(cluster, name, Variant.AOCO);
    }
  }

  @Test
  void aTableWithFewerRowsIsRepeatedFromItsStart() throws SQLException {
    createSources(database);
    Workload workload = Workload.open(TwentyTypes.NAME, database.connection());
    String table =
        new Staging(database.connection(), workload).stage(Batch.numbered(0, 320)).table();

    assertThat(
            database.strings(
                "SELECT times || ':' || count(*) FROM (SELECT id, count(*) AS times"
                    + " FROM storage_bench."
                    + table
                    + " GROUP BY id) AS ids GROUP BY times ORDER BY times"))
        .containsExactly("2:130", "3:20");
  }

  @Test
  void batchesOfATableFollowOneAnother() throws SQLException {
    createSources(database);
    Workload workload = Workload.open(TwentyTypes.NAME, database.connection());
    Digest whole = staged(workload, Batch.numbered(0, 150));
    Digest parts = Digest.EMPTY;
    for (int k = 0; k < 3; k++) {
      parts = parts.plus(staged(workload, Batch.numbered(k, 50)));
    }

    assertThat(parts).isEqualTo(whole);
  }

  @Test
  void aTableThatChangedIsNoticed() throws SQLException {
    createSources(database);
    Workload workload = Workload.open(TwentyTypes.NAME, database.connection());
    workload.requireSame(database.connection());
    database.execute("UPDATE " + TwentyTypes.NAME + " SET t = 'x' WHERE id = 7");

    assertThatThrownBy(() -> workload.requireSame(database.connection()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("changed during the run: it had 150 rows");
    database.execute("DROP TABLE " + TwentyTypes.NAME + " CASCADE");
    assertThatThrownBy(() -> workload.requireSame(database.connection()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("does not exist");
  }

  @ParameterizedTest
  @CsvSource({
    "nosuch, expected cdr",
    "nosuch.sql, cannot be read",
    "public.nosuch, no such table",
    "nosuch.nosuch, no such table",
    "public.empty, has no rows",
    "public.numbers, 'is no table, view or foreign table'"
  })
  void whatHasNoRowsIsRefused(String name, String why) throws SQLException {
    database.execute("CREATE TABLE public.empty (a integer)", "CREATE SEQUENCE public.numbers");

    assertThatThrownBy(() -> Workload.open(name, database.connection()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aTableMayHaveAsManyColumnsAsTheCopyLeavesRoomFor() throws SQLException {
    database.execute("DO $$BEGIN EXECUTE " + wide("public.wide", 1599) + "; END$$");
    database.execute(
        "INSERT INTO public.wide (c1, c1599) SELECT i, -i FROM generate_series(1, 9) i");
    database.execute("DO $$BEGIN EXECUTE " + wide("public.wider", 1600) + "; END$$");

    storeByEveryMethod(database, "public.wide", Variant.HEAP);
    assertThatThrownBy(() -> Workload.open("public.wider", database.connection()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has 1600 columns; expected 1 to 1599: make a view of as many");
  }

  private static String wide(String name, int columns) {
    return "(SELECT 'CREATE TABLE "
        + name
        + " (' || string_agg('c' || i || ' integer', ', ') || ')' FROM generate_series(1, "
        + columns
        + ") AS i)";
  }

  @Test
  void aTableThatTheUserMayNotReadIsRefused() throws SQLException {
    database.execute(
        "CREATE TABLE public.private AS SELECT 1 AS a",
        "CREATE ROLE nobody_reads",
        "GRANT ALL ON SCHEMA storage_bench TO nobody_reads",
        "SET ROLE nobody_reads");
    try {
      assertThatThrownBy(() -> Workload.open("public.private", database.connection()))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("may not be read by this user; GRANT SELECT on it");
    } finally {
      database.execute("RESET ROLE", "DROP OWNED BY nobody_reads", "DROP ROLE nobody_reads");
    }
  }

  @Cluster.Needed
  @Test
  void aForeignTableIsASourceToo() throws SQLException {
    try (BenchDatabase cluster = BenchDatabase.onCluster()) {
      cluster.execute(
          "DROP EXTERNAL TABLE IF EXISTS public.outside",
          "CREATE EXTERNAL WEB TABLE public.outside (n integer) EXECUTE 'seq 1 100' ON MASTER"
              + " FORMAT 'TEXT'");
      storeByEveryMethod(cluster, "public.outside", Variant.AO);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "CREATE TABLE storage_bench.x (a int);! does not use the variables",
        "CREATE TABLE storage_bench.x (a int); INSERT INTO storage_bench.:\"table\" SELECT :first,"
            + " :last, :'template';! nothing made the table",
        "CREATE TABL storage_bench.:\"template\" (a int); INSERT INTO storage_bench.:\"table\""
            + " SELECT n FROM generate_series(:first, :last) AS n! syntax error"
      })
  void aFileThatMakesNoTemplateIsRefusedAndLeavesNothing(String text, String why)
      throws IOException, SQLException {
    Path file = Files.writeString(folder.resolve("my.sql"), text);

    assertThatThrownBy(() -> Workload.open(file.toString(), database.connection()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why);
    assertThat(database.strings("SELECT 1 FROM pg_class WHERE relname = 'x'")).isEmpty();
  }

  @Test
  void aFileThatMakesOtherThanOneRowForEachNumberIsRefused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("my.sql"),
            "CREATE TABLE storage_bench.:\"template\" (a bigint, b text); INSERT INTO"
                + " storage_bench.:\"table\" SELECT n, 'it''s; -- $$' FROM"
                + " generate_series(:first::bigint, :last) AS n WHERE n % 2 = 0");
    Workload workload = Workload.open(file.toString(), database.connection());

    assertThatThrownBy(() -> staged(workload, Batch.numbered(0, 10)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("made 5 rows of 10");
  }

  private Digest staged(Workload workload, Batch batch) {
    return new Staging(database.connection(), workload).stage(batch).digest();
  }

  private static void createSources(BenchDatabase database) throws SQLException {
    database.execute(TwentyTypes.statements());
    database.execute(
        "DROP TABLE IF EXISTS public.parted",
        "CREATE VIEW public.seen AS SELECT * FROM " + TwentyTypes.NAME + " WHERE id > 20",
        "CREATE TABLE public.parted (k integer, t text) PARTITION BY RANGE (k)",
        "CREATE TABLE public.parted_1 PARTITION OF public.parted FOR VALUES FROM (0) TO (50)",
        "CREATE TABLE public.parted_2 PARTITION OF public.parted FOR VALUES FROM (50) TO (500)",
        "INSERT INTO public.parted SELECT i, md5(i::text) FROM generate_series(1, 120) AS i",
        "CREATE INDEX ON public.parted (k)");
  }

  private static void storeByEveryMethod(BenchDatabase database, String name, Variant variant)
      throws SQLException {
    Connection connection = database.connection();
    Workload workload = Workload.open(name, connection);
    Staging staging = new Staging(connection, workload);
    try (Connection plain = database.connect(Target.AS_PSQL);
        Connection rewriting = database.connect(MultiRowInsert.SESSION)) {
      Map<String, Making> methods =
          Map.of(
              "insertSelect", () -> new InsertSelect(plain, staging),
              "copy text", () -> new Copy(plain, CopyFormat.TEXT, staging),
              "copy binary", () -> new Copy(plain, CopyFormat.BINARY, staging),
              "multiRowInsert", () -> new MultiRowInsert(rewriting, staging));
      for (Map.Entry<String, Making> method : methods.entrySet()) {
        BenchTable table = BenchTable.create(connection, workload, variant, Indexes.ALL);
        Digest sent = table.preload(staging, 30);
        Ingest ingest = method.getValue().make();
        ingest.into(table.name());
        for (int k = 0; k < 2; k++) {
          sent = sent.plus(ingest.prepare(new Batch(CallStream.ORIGIN + 200 * k, 200)));
          assertThat(ingest.insert()).as(method.getKey()).isEqualTo(200);
        }
        table.verify(sent);
        assertThat(sent.textBytes()).isPositive();
        table.drop();
      }
    }
  }

  private interface Making {
    Ingest make() throws SQLException;
  }
}
