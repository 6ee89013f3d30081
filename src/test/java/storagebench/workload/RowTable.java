package storagebench.workload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TableChecksum;
import storagebench.server.SqlScript;

/** A table of call detail records in a database of its own, filled with given rows by COPY. */
final class RowTable implements AutoCloseable {
  private static final Map<String, String> NAME =
      Map.of("table", "cdr", "template", "call_detail_record");

  private final Connection connection;

  private RowTable(Connection connection) {
    this.connection = connection;
  }

  static RowTable create() throws SQLException {
    Connection connection = EmbeddedServer.newDatabase().connect();
    SqlScript.named("schema").execute(connection, Map.of());
    SqlScript.named("variant/heap").execute(connection, NAME);
    return new RowTable(connection);
  }

  Connection connection() {
    return connection;
  }

  /** Leaves exactly these rows in the table, in this order. */
  void fill(List<CallRecord> rows, CopyFormat format) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE storage_bench.cdr");
    }
    String copy =
        SqlScript.named(format == CopyFormat.TEXT ? "copy/text" : "copy/binary").statement(NAME);
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(copy, new ByteArrayInputStream(encode(rows, format.encoder())));
  }

  /** The table as the server writes it, in the order of call_id. */
  String copyOut() throws SQLException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut(
            "COPY (SELECT * FROM storage_bench.cdr ORDER BY call_id COLLATE \"C\") TO STDOUT",
            bytes);
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  /** What sql/checksum.sql says of the table. */
  long checksum() throws SQLException {
    return TableChecksum.of(connection, "cdr").sum();
  }

  static byte[] encode(List<CallRecord> rows, RowEncoder encoder) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(encoder.header());
    byte[] line = new byte[RowEncoder.MAX_ROW_BYTES];
    rows.forEach(row -> all.write(line, 0, encoder.encode(row, line, 0)));
    all.writeBytes(encoder.trailer());
    return all.toByteArray();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
