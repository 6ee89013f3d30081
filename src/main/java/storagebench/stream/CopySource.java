package storagebench.stream;

import java.sql.SQLException;
import storagebench.storage.CopyLoad;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;
import storagebench.workload.EncodedBatch;

/** COPY text from the client, encoded before the clock starts. */
final class CopySource implements Source {
  private final CopyLoad load;
  private final CallStream stream;
  private EncodedBatch encoded;

  CopySource(Sessions sessions, CallStream stream) throws SQLException {
    this.load = new CopyLoad(sessions.inserting(), CopyFormat.TEXT);
    this.stream = stream;
  }

  @Override
  public Digest prepare(Batch batch) {
    encoded = EncodedBatch.of(stream, batch, CopyFormat.TEXT);
    return Digest.of(stream, batch);
  }

  @Override
  public long insert(String table) throws SQLException {
    return load.send(table, encoded);
  }

  @Override
  public void release() {
    encoded = null;
  }
}
