package storagebench.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import storagebench.target.SqlScript;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;
import storagebench.workload.EncodedBatch;

/** Sends batches by COPY. */
public final class CopyLoad {
  private final PGConnection connection;
  private final CopyFormat format;
  private final SqlScript script;

  /**
   * @param connection stays the caller's, and with it the transaction
   */
  public CopyLoad(Connection connection, CopyFormat format) throws SQLException {
    this.connection = connection.unwrap(PGConnection.class);
    this.format = format;
    this.script = SqlScript.named("copy/" + format.name().toLowerCase(Locale.ROOT));
  }

  /** Makes, encodes and sends a batch. */
  public Digest load(String table, CallStream stream, Batch batch) throws SQLException {
    send(table, EncodedBatch.of(stream, batch, format));
    return Digest.of(stream, batch);
  }

  /**
   * Sends an encoded batch.
   *
   * @return rows that the server says it took
   */
  public long send(String table, EncodedBatch batch) throws SQLException {
    CopyIn copy = connection.getCopyAPI().copyIn(script.statement(Map.of("table", table)));
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
