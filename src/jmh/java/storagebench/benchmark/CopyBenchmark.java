package storagebench.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;
import storagebench.storage.Copy;
import storagebench.storage.Ingest;
import storagebench.workload.CopyData;
import storagebench.workload.CopyFormat;

/**
 * One batch by COPY from the client, and its commit, in milliseconds; less is better. This is what
 * a loader sees: sending the bytes and the coordinator's parsing of them are inside the clock and
 * can hide the difference between formats. Making and encoding the rows is outside. Needs a server,
 * see {@code target}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5)
@Measurement(iterations = 15)
public class CopyBenchmark {

  /** A session with the bytes of its next batch. */
  public static class Session extends SessionState {
    /** Rows in a batch. */
    @Param({"10000", "50000", "100000", "500000"})
    public int batchSize;

    /** What the client sends. */
    @Param public CopyFormat format;

    private Copy ingest;

    @Override
    protected int batchSize() {
      return batchSize;
    }

    @Override
    protected Ingest ingest(Connection session, TrialTable table) throws SQLException {
      ingest = new Copy(session, format, table.staging());
      return ingest;
    }

    /** The bytes of the prepared batch. */
    public CopyData encoded() {
      return ingest.encoded();
    }
  }

  @Benchmark
  public long copy(Session session) throws SQLException {
    return session.insertAndCommit();
  }
}
