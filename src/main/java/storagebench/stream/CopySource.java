package storagebench.stream;

import java.sql.Connection;
import java.sql.SQLException;
import storagebench.storage.CopyLoad;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;
import storagebench.workload.EncodedBatch;

/** COPY text from the client, encoded before the clock starts. */
final class CopySource implements Source {
  private final Connection session;
  private final CallStream stream;
  private EncodedBatch encoded;
  private CopyLoad load;

  CopySource(Sessions sessions, CallStream stream) {
    this.session = sessions.inserting();
    this.stream = stream;
  }

  @Override
  public Digest prepare(Batch batch) {
    encoded = EncodedBatch.of(stream, batch, CopyFormat.TEXT);
    return Digest.of(stream, batch);
  }

  @Override
  public void into(String table) throws SQLException {
    load = new CopyLoad(session, CopyFormat.TEXT, table);
  }

  @Override
  public long insert() throws SQLException {
    return load.send(encoded);
  }

  @Override
  public void release() {
    encoded = null;
  }
}
