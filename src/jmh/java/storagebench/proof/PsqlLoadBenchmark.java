package storagebench.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import storagebench.benchmark.CopyBenchmark;
import storagebench.benchmark.TrialState;

/**
 * Whether copy is as fast as a loader can be: its time beside psql's {@code \copy} of the same
 * bytes, batch by batch in one run. {@code psql.time} by score should be 1 or more. Run it with
 * {@code -p format=TEXT}, which is what psql sends. Needs a server and psql.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5)
@Measurement(iterations = 20)
public class PsqlLoadBenchmark {

  /** The benchmark's session, with psql beside it, which reads a file the system has in memory. */
  public static class Session extends CopyBenchmark.Session {
    private PsqlTable beside;
    private Path file;

    @Override
    public void open(TrialState trial, BenchmarkParams params, ThreadParams thread)
        throws SQLException {
      super.open(trial, params, thread);
      beside = new PsqlTable(trial);
      try {
        file = Files.createTempFile("storagebench", ".copy");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void prepare() throws SQLException {
      super.prepare();
      PsqlTable.write(encoded().buffers(), file);
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
      file.toFile().delete();
      beside.verifyAndDrop();
    }

    private double insert(String table, Psql psql) throws IOException {
      return psql.milliseconds(
          "BEGIN;", "\\copy storage_bench." + table + " from '" + file + "'", "COMMIT;");
    }
  }

  @Benchmark
  public long besidePsql(Session session) throws SQLException {
    return session.insertAndCommit();
  }
}
