package storagebench.storage;

import java.sql.Connection;
import java.sql.SQLException;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;
import storagebench.workload.EncodedBatch;

/** COPY from the client, as a loader does it. The bytes are encoded before the clock starts. */
public final class Copy implements Ingest {
  private final Connection session;
  private final CopyFormat format;
  private final CallStream stream;
  private CopyLoad load;
  private EncodedBatch encoded;

  /**
   * @param session inserts; stays the caller's
   */
  public Copy(Connection session, CopyFormat format, CallStream stream) {
    this.session = session;
    this.format = format;
    this.stream = stream;
  }

  @Override
  public void into(String table) throws SQLException {
    load = new CopyLoad(session, format, table);
  }

  @Override
  public Digest prepare(Batch batch) {
    // Or a fork would hold two batches.
    release();
    encoded = EncodedBatch.of(stream, batch, format);
    return Digest.of(stream, batch);
  }

  /** The bytes of the prepared batch; null before the first. */
  public EncodedBatch encoded() {
    return encoded;
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
