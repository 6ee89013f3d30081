package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.UserError;
import storagebench.fixture.TwentyTypes;
import storagebench.workload.Batch;
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

  @Test
  void aTableWithFewerRowsIsRepeatedFromItsStart() throws SQLException {
    UserTables.create(database);
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
    UserTables.create(database);
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
    UserTables.create(database);
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
}
