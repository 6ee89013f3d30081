package storagebench.proof;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import storagebench.gpfdist.GpfdistServer;
import storagebench.gpfdist.OffHeap;
import storagebench.gpfdist.RowBlocks;
import storagebench.gpfdist.RowSource;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;
import storagebench.workload.EncodedBatch;

/**
 * How fast batches are served by gpfdist where segments are plain sockets that read and throw away,
 * in milliseconds a batch; less is better. {@code gigabytesPerCpuSecond} is what one core of the
 * client can serve: the bytes by the CPU that the process took beyond its readers. Needs no server.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 5, jvmArgs = "-Xmx1g")
@Warmup(iterations = 30)
@Measurement(iterations = 30)
public class GpfdistServingBenchmark {
  private static final int READ_BYTES = 1 << 18;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double BYTES_PER_GIGABYTE = 1e9;

  /** Rows in a batch. */
  @Param({"100000", "500000"})
  public int batchSize;

  /** Segments that share it. */
  @Param({"2", "16"})
  public int segments;

  private GpfdistServer server;
  private RowSource source;
  private RowBlocks blocks;
  private ExecutorService readers;
  private int scan;

  /** What a core serves. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Core {
    public double gigabytesPerCpuSecond;
  }

  /** Encodes the batch, as the benchmark {@code gpfdist} does before its clock starts. */
  @Setup(Level.Trial)
  public void listen() {
    EncodedBatch batch =
        EncodedBatch.of(
            new CallStream(CallStream.DEFAULT_SEED), Batch.numbered(0, batchSize), CopyFormat.TEXT);
    blocks = RowBlocks.of(new OffHeap().copy(batch.buffers()), segments);
    server = GpfdistServer.listen(InetAddress.getLoopbackAddress());
    source = server.source(segments);
    readers = Executors.newFixedThreadPool(segments);
  }

  @TearDown(Level.Trial)
  public void close() {
    readers.shutdownNow();
    server.close();
  }

  @Benchmark
  public long serve(Core core) throws Exception {
    scan++;
    source.offer(blocks);
    long cpu = processCpu();
    List<Callable<Reader>> asking = new ArrayList<>();
    for (int i = 0; i < segments; i++) {
      int segment = i;
      asking.add(() -> read(URI.create(source.locations(1).get(0)), segment));
    }
    long bytes = 0;
    for (Future<Reader> reader : readers.invokeAll(asking)) {
      bytes += reader.get().bytes;
      cpu += reader.get().cpuNanos;
    }
    double seconds = (processCpu() - cpu) / NANOS_PER_SECOND;
    core.gigabytesPerCpuSecond = blocks.bytes() / BYTES_PER_GIGABYTE / seconds;
    if (bytes < blocks.bytes()) {
      throw new IllegalStateException(bytes + " of " + blocks.bytes() + " bytes were served");
    }
    return bytes;
  }

  private record Reader(long bytes, long cpuNanos) {}

  private Reader read(URI location, int segment) throws IOException {
    long begun = threadCpu();
    long bytes = 0;
    try (SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(location.getHost(), location.getPort()))) {
      channel.write(ByteBuffer.wrap(request(location, segment)));
      ByteBuffer read = ByteBuffer.allocateDirect(READ_BYTES);
      for (int count = channel.read(read); count >= 0; count = channel.read(read.clear())) {
        bytes += count;
      }
    }
    return new Reader(bytes, threadCpu() - begun);
  }

  private byte[] request(URI location, int segment) {
    String head =
        """
        GET %s HTTP/1.1\r
        X-GP-XID: 1-1\r
        X-GP-CID: 0\r
        X-GP-SN: %d\r
        X-GP-SEGMENT-ID: %d\r
        X-GP-SEGMENT-COUNT: %d\r
        X-GP-PROTO: 1\r
        \r
        """;
    return head.formatted(location.getPath(), scan, segment, segments)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
