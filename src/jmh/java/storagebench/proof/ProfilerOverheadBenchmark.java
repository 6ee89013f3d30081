package storagebench.proof;

import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;
import storagebench.benchmark.InsertSelectBenchmark;
import storagebench.benchmark.TrialState;
import storagebench.profile.TrialWatches;

/**
 * What a profiler costs the batches that it watches: {@code insertSelect}, milliseconds a batch, of
 * which in every two one is watched and one is not, in random order. Needs a server, and the
 * profiler ({@code -prof waits}); without one it is about what every run takes of the server, its
 * CPU and WAL. {@code ProfilerOverhead} makes a table of it.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 10, jvmArgs = "-Xmx1g")
@Warmup(iterations = 6)
@Measurement(iterations = 40)
public class ProfilerOverheadBenchmark {
  /** 1 for a batch that was watched, else 0. */
  static final String WATCHED = "overhead.watched";

  /** A session, half of whose batches are watched. */
  public static class Session extends InsertSelectBenchmark.Session {
    /**
     * Milliseconds before each batch, so that what begins or ends with the watch of a sampler is
     * over before the clock starts. What looks right before and right after the clock needs none.
     */
    @Param("700")
    public long settleMillis;

    private final SplittableRandom coin = new SplittableRandom();
    private TrialState state;
    private boolean watched;
    private int batches;

    @Override
    public void open(TrialState trial, BenchmarkParams params, ThreadParams thread)
        throws SQLException {
      super.open(trial, params, thread);
      state = trial;
    }

    @Override
    public void prepare() throws SQLException {
      watched = batches++ % 2 == 1 ? !watched : coin.nextBoolean();
      TrialWatches.rest(!watched);
      super.prepare();
      state.figure(WATCHED, watched ? 1 : 0, "yes/no");
      settle();
    }

    private void settle() {
      try {
        Thread.sleep(settleMillis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Benchmark
  public long watchedByTurns(Session session) throws SQLException {
    return session.insertAndCommit();
  }
}
