package storagebench.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;
import storagebench.storage.Ingest;
import storagebench.storage.MultiRowInsert;

/**
 * One batch by a batched prepared statement, which the driver rewrites into INSERTs of up to 128
 * rows, and its commit, in milliseconds; less is better. This is what an application sees: every
 * INSERT is planned and dispatched on its own, and an append-optimized table gets an append for
 * each. Values are bound outside the clock. Batches are smaller than those of the other methods.
 * Needs a server, see {@code target}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5)
@Measurement(iterations = 15)
public class MultiRowInsertBenchmark {

  /** A session whose driver rewrites batches. */
  public static class Session extends SessionState {
    /** Rows in a batch. */
    @Param({"1000", "10000"})
    public int batchSize;

    @Override
    protected int batchSize() {
      return batchSize;
    }

    @Override
    protected Map<String, String> sessionProperties() {
      return MultiRowInsert.SESSION;
    }

    @Override
    protected Ingest ingest(Connection session, TrialTable table) {
      return new MultiRowInsert(session, table.staging());
    }
  }

  @Benchmark
  public long multiRowInsert(Session session) throws SQLException {
    return session.insertAndCommit();
  }
}
