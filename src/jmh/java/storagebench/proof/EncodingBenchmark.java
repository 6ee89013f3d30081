package storagebench.proof;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;
import storagebench.workload.EncodedBatch;

/**
 * How fast the client makes rows, in rows a second on one core; more is better. If this were slow,
 * preparing batches would take longer than measuring them. Needs no server.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EncodingBenchmark {
  private static final int ROWS = 10_000;

  private final CallStream stream = new CallStream(CallStream.DEFAULT_SEED);
  private long index;
  private Batch batch;

  /** Rows of another part of the stream each time. */
  @Setup(Level.Invocation)
  public void next() {
    batch = Batch.numbered(index++, ROWS);
  }

  /** The format to encode into. */
  @State(Scope.Thread)
  public static class Format {
    @Param public CopyFormat format;
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public EncodedBatch encode(Format format) {
    return EncodedBatch.of(stream, batch, format.format);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Digest digest() {
    return Digest.of(stream, batch);
  }
}
