package storagebench.proof;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;
import storagebench.benchmark.InsertSelectBenchmark;
import storagebench.benchmark.TrialState;

/**
 * Whether insertSelect measures what the server does: its time beside psql's {@code \timing} of the
 * same statement and commit, batch by batch in one run. Score and {@code psql.time} should agree.
 * Needs a server and psql.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5)
@Measurement(iterations = 20)
public class PsqlStatementBenchmark {

  /** The benchmark's session, with psql beside it. */
  public static class Session extends InsertSelectBenchmark.Session {
    private PsqlTable beside;

    @Override
    public void open(TrialState trial, BenchmarkParams params, ThreadParams thread)
        throws SQLException {
      super.open(trial, params, thread);
      beside = new PsqlTable(trial);
    }

    @Override
    public void prepare() throws SQLException {
      super.prepare();
      beside.before(this::insert);
    }

    @Override
    public void account() {
      beside.after(this::insert, prepared());
      super.account();
    }

    @Override
    public void close() throws SQLException {
      super.close();
      beside.verifyAndDrop();
    }

    private double insert(String table, Psql psql) throws IOException {
      return psql.milliseconds("BEGIN;", statement(table) + ";", "COMMIT;");
    }
  }

  @Benchmark
  public long besidePsql(Session session) throws SQLException {
    return session.insertAndCommit();
  }
}
