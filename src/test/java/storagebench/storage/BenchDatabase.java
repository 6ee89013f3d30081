package storagebench.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import storagebench.fixture.Cluster;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.server.Server;
import storagebench.workload.CallStream;

/** A session in a database that has the schema, made by the suite, and no tables of a run. */
final class BenchDatabase implements AutoCloseable {
  static final CallStream STREAM = new CallStream(CallStream.DEFAULT_SEED);
  static final Workload CDR = new CallDetailRecords(STREAM);

  /** Variables of the DDL of a table for them. */
  static Map<String, String> variables(String table) {
    Map<String, String> variables = new TreeMap<>(CDR.table());
    variables.put("table", table);
    return variables;
  }

  private final TestDatabase database;
  private final Connection connection;
  private final BenchSchema schema;
  private final Server server;

  private BenchDatabase(TestDatabase database) throws SQLException {
    this.database = database;
    this.connection = database.connect();
    this.schema = new BenchSchema(connection);
    this.server = Server.read(connection);
    schema.clean();
    schema.create(server);
  }

  /** On the embedded server, used by nobody else. */
  static BenchDatabase create() throws SQLException {
    return new BenchDatabase(EmbeddedServer.newDatabase());
  }

  /** On the cluster. */
  static BenchDatabase onCluster() throws SQLException {
    return new BenchDatabase(Cluster.database());
  }

  Connection connection() {
    return connection;
  }

  /** Another session. */
  Connection connect() throws SQLException {
    return database.connect();
  }

  /** Another session, with properties of the driver. */
  Connection connect(Map<String, String> properties) throws SQLException {
    return database.connect(properties);
  }

  BenchSchema schema() {
    return schema;
  }

  Server server() {
    return server;
  }

  /** Executes statements in the session. */
  void execute(String... statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of a query, as text. */
  List<String> strings(String query) throws SQLException {
    return TestDatabase.strings(connection, query);
  }

  /** The first value of a query. */
  long number(String query) throws SQLException {
    return Long.parseLong(strings(query).get(0));
  }

  /** Names of all relations that hold rows in the schema. */
  List<String> tables() throws SQLException {
    return strings(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'storage_bench' ORDER BY tablename");
  }

  @Override
  public void close() throws SQLException {
    schema.clean();
    connection.close();
  }
}
