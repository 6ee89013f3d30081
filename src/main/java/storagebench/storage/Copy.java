package storagebench.storage;

import java.sql.Connection;
import java.sql.SQLException;
import storagebench.workload.Batch;
import storagebench.workload.CopyData;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;

/** COPY from the client, as a loader does it. The bytes are encoded before the clock starts. */
public final class Copy implements Ingest {
  private final Connection session;
  private final CopyFormat format;
  private final Staging staging;
  private final Workload.Encoder encoder;
  private CopyLoad load;
  private CopyData encoded;

  /**
   * @param session inserts; stays the caller's
   * @param staging where the rows come from, over another session
   */
  public Copy(Connection session, CopyFormat format, Staging staging) {
    this.session = session;
    this.format = format;
    this.staging = staging;
    this.encoder = staging.workload().encoder(staging, format);
  }

  @Override
  public void into(String table) throws SQLException {
    load = new CopyLoad(session, format, table);
  }

  @Override
  public Digest prepare(Batch batch) throws SQLException {
    // Or a fork would hold two batches.
    release();
    encoded = encoder.encode(batch);
    return staging.workload().digest(staging, batch);
  }

  /** The bytes of the prepared batch; null before the first. */
  public CopyData encoded() {
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
