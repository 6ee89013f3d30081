package storagebench.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
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
import storagebench.storage.Ingest;
import storagebench.storage.InsertSelect;
import storagebench.storage.Staging;

/**
 * One batch by INSERT ... SELECT from a staged table with the same distribution, and its commit, in
 * milliseconds; less is better. Rows neither cross the network nor move between segments, so this
 * is the method that compares storage formats. Reading the staged HEAP table is inside the clock,
 * the same for every variant; making and staging the rows is not. Needs a server, see {@code
 * target}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5)
@Measurement(iterations = 15)
public class InsertSelectBenchmark {

  /** A session with its staged batches. */
  public static class Session extends SessionState {
    /** Rows in a batch. */
    @Param({"10000", "50000", "100000", "500000"})
    public int batchSize;

    private InsertSelect ingest;

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
      ingest = new InsertSelect(session, table.staging());
      return ingest;
    }

    /** The measured statement of the prepared batch, for another table. */
    public String statement(String table) {
      return ingest.statement(table);
    }

    @Override
    protected Optional<String> staged() {
      return Optional.of(ingest.staged());
    }

    /** Staged now, batches put no load on the server between the measured ones. */
    @Override
    protected void prepareAhead(TrialTable table, int batches) {
      Staging staging = table.staging();
      for (int i = 0; i < Math.min(batches, staging.capacity(batchSize)); i++) {
        staging.stage(batch(i));
      }
    }
  }

  @Benchmark
  public long insertSelect(Session session) throws SQLException {
    return session.insertAndCommit();
  }
}
