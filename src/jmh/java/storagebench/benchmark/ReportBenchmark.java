package storagebench.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import storagebench.report.Report;
import storagebench.report.ReportFolder;
import storagebench.report.ReportOptions;

/**
 * What a report costs from JMH's JSON to all renderings on disk, in a process that does it once:
 * every fork is cold, as the command line is. Needs no server. Start of the JVM is not measured;
 * writing the JSON, outside the clock, has already loaded Jackson.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ReportBenchmark {
  /** 100 cells of 10 forks of 20 iterations on one processor: wanted below one second. */
  @Benchmark
  @Fork(value = 5, jvmArgsAppend = "-XX:ActiveProcessorCount=1")
  public Path everyRendering(ReportState.Usual state) {
    return write(state);
  }

  /** A JSON of 100 MB in 512 MiB of heap: wanted to end at all. */
  @Benchmark
  @Fork(value = 3, jvmArgsAppend = "-Xmx512m")
  public Path hundredMegabytes(ReportState.Large state) {
    return write(state);
  }

  private static Path write(ReportState state) {
    ReportFolder.write(Report.read(List.of(state.json()), ReportOptions.DEFAULT), state.folder());
    return state.folder();
  }
}
