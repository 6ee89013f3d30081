package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.UserError;
import storagebench.fixture.Cluster;
import storagebench.fixture.TwentyTypes;
import storagebench.server.Target;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;

/** Every ingest method takes the rows of every workload. */
class EveryMethodTest {
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
  @ValueSource(strings = {"logs", TwentyTypes.NAME, "public.parted", "public.seen"})
  void everyMethodStoresTheRowsOfAnyWorkload(String name) throws SQLException {
    UserTables.create(database);
    storeByEveryMethod(database, name, Variant.HEAP);
  }

  @Cluster.Needed
  @ParameterizedTest
  @ValueSource(strings = {"clicks", TwentyTypes.NAME, "public.parted", "public.seen"})
  void everyMethodStoresTheRowsOfAnyWorkloadOnACluster(String name) throws SQLException {
    try (BenchDatabase cluster = BenchDatabase.onCluster()) {
      UserTables.create(cluster);
      storeByEveryMethod(cluster, name, Variant.HEAP);
      storeByEveryMethod(cluster, name, Variant.AOCO);
    }
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
