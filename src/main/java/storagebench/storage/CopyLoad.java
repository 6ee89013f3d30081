package storagebench.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import storagebench.server.SqlScript;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyData;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;
import storagebench.workload.EncodedBatch;

/**
 * Sends batches to a table by COPY. Sending does nothing but that: the statement is made before.
 */
public final class CopyLoad {
  private final CopyManager manager;
  private final CopyFormat format;
  private final String sql;

  /**
   * @param connection stays the caller's, and with it the transaction
   * @param table name within the schema
   */
  public CopyLoad(Connection connection, CopyFormat format, String table) throws SQLException {
    this.manager = connection.unwrap(PGConnection.class).getCopyAPI();
    this.format = format;
    this.sql =
        SqlScript.named("copy/" + format.name().toLowerCase(Locale.ROOT))
            .statement(Map.of("table", table));
  }

  /** Makes, encodes and sends a batch. */
  public Digest load(CallStream stream, Batch batch) throws SQLException {
    send(EncodedBatch.of(stream, batch, format));
    return Digest.of(stream, batch);
  }

  /**
   * Sends an encoded batch.
   *
   * @return rows that the server says it took
   */
  public long send(CopyData batch) throws SQLException {
    CopyIn copy = manager.copyIn(sql);
    try {
      batch.writeTo((bytes, length) -> copy.writeToCopy(bytes, 0, length));
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
