package storagebench.benchmark;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
import storagebench.server.Target;
import storagebench.storage.GpfdistInsert;
import storagebench.storage.Ingest;

/**
 * One batch by INSERT ... SELECT from an external table, and its commit, in milliseconds; less is
 * better. The segments fetch their shares from the client in parallel, parse them and send each row
 * to where it belongs, as clusters are loaded in earnest; all of that is inside the clock. Making
 * and encoding the rows, the external table and the listening socket are outside. What each segment
 * was served is in the secondary metrics. Needs a cluster whose segments reach the client.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5)
@Measurement(iterations = 15)
public class GpfdistBenchmark {

  /** A session with an external table of its own. */
  public static class Session extends SessionState {
    /** Rows in a batch. */
    @Param({"10000", "50000", "100000", "500000"})
    public int batchSize;

    /** URLs that the segments share; 0 for one for each. */
    @Param("0")
    public int streams;

    private GpfdistInsert ingest;

    @Override
    protected int batchSize() {
      return batchSize;
    }

    @Override
    protected Map<String, String> sessionProperties() {
      return Target.AS_PSQL;
    }

    @Override
    protected Ingest ingest(Connection session, TrialTable table) throws SQLException {
      ingest = GpfdistInsert.open(session, table.staging(), streams);
      return ingest;
    }

    /** The bytes of the prepared batch, in order. */
    public List<ByteBuffer> bytes() {
      return ingest.bytes();
    }
  }

  @Benchmark
  public long gpfdist(Session session) throws SQLException {
    return session.insertAndCommit();
  }
}
