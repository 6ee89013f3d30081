package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.fixture.Cluster;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.Psql;
import storagebench.fixture.TestDatabase;
import storagebench.server.Server;
import storagebench.server.SqlScript;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;

/** The files of sql/, run by a DBA in psql, do what they do in the suite. */
@Tag("slow")
@EnabledIf(
    value = "storagebench.fixture.Psql#installed",
    disabledReason = "needs psql: install PostgreSQL's client")
class SqlByHandTest {
  private static final Map<String, String> HEAP = BenchDatabase.variables("cdr_heap");

  private TestDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException, IOException, InterruptedException {
    database = EmbeddedServer.newDatabase();
    Psql.run(database, "schema", Map.of());
    Psql.run(database, "variant/heap", HEAP);
  }

  @Test
  void aSchemaMadeByHandIsTheSuitesOwn() throws IOException, InterruptedException, SQLException {
    Psql.run(database, "drop", HEAP);
    try (Connection connection = database.connect()) {
      BenchSchema schema = new BenchSchema(connection);
      schema.create(Server.read(connection));
      BenchTable.create(connection, BenchDatabase.CDR, Variant.HEAP, Indexes.ALL);

      assertThat(schema.clean()).hasSize(2).contains("storage_bench");
    }
  }

  @Test
  void tableIndexesAndSizesAreThoseOfTheSuite()
      throws IOException, InterruptedException, SQLException {
    Psql.run(database, "indexes", HEAP);
    load();

    assertThat(Psql.run(database, "size/heap", HEAP)).isEqualTo(bySuite("size/heap", HEAP));
    assertThat(Psql.run(database, "checksum", HEAP)).isEqualTo(bySuite("checksum", HEAP));
    assertThat(Psql.run(database, "checksum", HEAP)).startsWith("1000|");
    assertThat(
            database.strings(
                "SELECT count(*) FROM pg_indexes WHERE tablename = 'cdr_heap'"
                    + " AND indexdef LIKE '%USING btree%'"))
        .containsExactly("5");
  }

  @Test
  void aBatchIsStagedInsertedAndDropped() throws IOException, InterruptedException, SQLException {
    load();
    Map<String, String> staged = BenchDatabase.variables("staged_1");
    Psql.run(database, "staging", staged);
    database.execute("INSERT INTO storage_bench.staged_1 SELECT * FROM storage_bench.cdr_heap");
    Psql.run(database, "freeze", staged);
    Psql.run(database, "insert_select", Map.of("table", "cdr_heap", "staged", "staged_1"));

    assertThat(Psql.run(database, "checksum", HEAP)).startsWith("2000|");
    assertThat(Psql.run(database, "tables", Map.of("prefix", "staged_")))
        .isEqualTo("staged_1\nstaged_batch");
    Psql.run(database, "drop", staged);
    assertThat(Psql.run(database, "tables", Map.of("prefix", "staged_"))).isEqualTo("staged_batch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema_mark",
        "server/access_methods",
        "server/cluster",
        "server/settings",
        "lock"
      })
  void questionsHaveTheAnswersThatTheSuiteGets(String file)
      throws IOException, InterruptedException, SQLException {
    assertThat(Psql.run(database, file, Map.of())).isEqualTo(bySuite(file, Map.of()));
  }

  @Test
  void theEndOfCleanLeavesNothing() throws IOException, InterruptedException, SQLException {
    Psql.run(database, "drop", HEAP);
    Psql.run(database, "drop_schema", Map.of());

    assertThat(Psql.run(database, "schema_mark", Map.of())).isEmpty();
  }

  @Cluster.Needed
  @ParameterizedTest
  @CsvSource({"variant/heap, size/heap", "variant/ao, size/ao_row", "variant/aoco, size/ao_column"})
  void variantsOfAClusterAreMadeAndSized(String variant, String size)
      throws IOException, InterruptedException, SQLException {
    try (BenchDatabase cluster = BenchDatabase.onCluster()) {
      Map<String, String> table = BenchDatabase.variables("trial_by_hand");
      Psql.run(Cluster.database(), variant, table);
      Psql.run(Cluster.database(), "indexes", table);
      new CopyLoad(cluster.connection(), CopyFormat.TEXT, "trial_by_hand")
          .load(BenchDatabase.STREAM, Batch.numbered(0, 1000));

      assertThat(Psql.run(Cluster.database(), size, table)).matches("(?s)[1-9]\\d*\\|[1-9].*");
      assertThat(Psql.run(Cluster.database(), "checksum", table)).startsWith("1000|");
    }
  }

  private void load() throws SQLException {
    try (Connection connection = database.connect()) {
      new CopyLoad(connection, CopyFormat.TEXT, "cdr_heap")
          .load(new CallStream(CallStream.DEFAULT_SEED), Batch.numbered(0, 1000));
    }
  }

  /** As psql prints it. */
  private String bySuite(String script, Map<String, String> variables) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SqlScript.named(script).statement(variables))) {
      while (rows.next()) {
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          fields.add(rows.getString(i));
        }
        lines.add(String.join("|", fields));
      }
    }
    return String.join("\n", lines);
  }
}
