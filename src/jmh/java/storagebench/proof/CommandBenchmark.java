package storagebench.proof;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What {@code report} and {@code compare} cost as people start them, by {@code java -jar
 * benchmarks.jar}: from start to end of the process, all renderings written, on one core. {@link
 * #javaAlone} is to be subtracted: with the quick compiler both commands are wanted within one
 * second beyond it. Needs no server. One shot is one process; the first, which brings the jar into
 * the page cache, does not count.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class CommandBenchmark {
  /** A JVM that starts and ends. */
  @Benchmark
  public void javaAlone(CommandState.Usual state) throws Exception {
    state.javaAlone();
  }

  /** 100 cells of 10 forks of 20 iterations. */
  @Benchmark
  public void report(CommandState.Usual state) throws Exception {
    state.report();
  }

  /** Two runs of 100 cells of 10 forks of 20 iterations. */
  @Benchmark
  public void compare(CommandState.Usual state) throws Exception {
    state.compare();
  }

  /** A JSON of over 100 MB in 512 MiB of heap: wanted to end at all. */
  @Benchmark
  @Fork(1)
  @Measurement(iterations = 2)
  public void largeReport(CommandState.Large state) throws Exception {
    state.report();
  }

  /** Two of them in 512 MiB of heap. */
  @Benchmark
  @Fork(1)
  @Measurement(iterations = 2)
  public void largeCompare(CommandState.Large state) throws Exception {
    state.compare();
  }
}
