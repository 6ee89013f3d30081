package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.UserError;
import storagebench.fixture.Cluster;
import storagebench.server.SqlScript;
import storagebench.workload.Batch;

/** The suite where the database's default_table_access_method is another than heap. */
class DefaultAccessMethodTest {
  /** Plain PostgreSQL has no other access method, but the same one may have two names. */
  private static final String HEAP_BY_ANOTHER_NAME =
      "CREATE ACCESS METHOD another TYPE TABLE HANDLER heap_tableam_handler";

  private static final String NOT_HEAP =
      "SELECT relname || ' ' || amname FROM pg_class JOIN pg_am ON pg_am.oid = relam"
          + " WHERE relnamespace = 'storage_bench'::regnamespace AND relkind = 'r'"
          + " AND amname <> 'heap'";

  @TempDir private Path folder;
  private BenchDatabase database;

  @AfterEach
  void disconnect() throws SQLException {
    database.close();
  }

  @Test
  void everyTableOfTheSuiteIsHeapWhateverTheDefaultIs() throws SQLException {
    database = BenchDatabase.create();
    database.execute(HEAP_BY_ANOTHER_NAME);

    makeEveryTable("another");

    assertThat(database.strings(NOT_HEAP)).isEmpty();
  }

  @Test
  void ddlThatLeavesTheAccessMethodToTheDefaultIsRefused() throws SQLException, IOException {
    database = BenchDatabase.create();
    database.execute(HEAP_BY_ANOTHER_NAME, "SET default_table_access_method = another");
    SqlScript ddl =
        SqlScript.of(
            Files.writeString(
                folder.resolve("own.sql"),
                "CREATE TABLE storage_bench.:\"table\" (LIKE storage_bench.call_detail_record);"));

    assertThatThrownBy(
            () ->
                BenchTable.create(
                    database.connection(),
                    BenchDatabase.CDR,
                    Variant.HEAP.definedBy(ddl),
                    Indexes.NONE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("access method another; expected heap")
        .hasMessageContaining("USING heap");
  }

  @Test
  @Cluster.Needed
  void everyTableOfTheSuiteIsHeapForEachMethodThatAClusterHas() throws SQLException {
    database = BenchDatabase.onCluster();
    for (String method : database.server().accessMethods()) {
      makeEveryTable(method);
      assertThat(database.strings(NOT_HEAP)).as(method).isEmpty();
    }
  }

  private void makeEveryTable(String defaultMethod) throws SQLException {
    database.schema().clean();
    database.execute("SET default_table_access_method = " + defaultMethod);
    database.schema().create(database.server());
    SqlScript.named("stream/journal").execute(database.connection(), Map.of());
    new Staging(database.connection(), BenchDatabase.CDR).stage(Batch.numbered(0, 100));
    BenchTable.create(database.connection(), BenchDatabase.CDR, Variant.HEAP, Indexes.ALL);
    new BenchTable(
            database.connection(),
            BenchDatabase.CDR,
            Variant.HEAP,
            Partitions.HOURLY,
            "stream_hourly")
        .create(Indexes.ALL);
    database.execute(
        "INSERT INTO storage_bench.stream_run VALUES ('a', '{}')",
        "INSERT INTO storage_bench.stream_hourly"
            + " SELECT * FROM storage_bench.call_detail_record");
  }
}
