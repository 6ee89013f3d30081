package storagebench.run;

import java.io.IOException;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Passes JMH's text on, and counts batches. A fork sends the result of every iteration to the JVM
 * that started it anyway, so counting them there costs the fork nothing.
 */
final class BatchCount implements OutputFormat {
  private final OutputFormat text;
  private final Measurement.Batches batches;

  /**
   * @param text takes all that JMH says
   * @param batches hears of each iteration that has ended
   */
  BatchCount(OutputFormat text, Measurement.Batches batches) {
    this.text = text;
    this.batches = batches;
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult result) {
    text.iterationResult(benchmark, params, iteration, result);
    int warmup = benchmark.getWarmup().getCount();
    batches.ended(
        params.getType() == IterationType.WARMUP ? iteration : warmup + iteration,
        warmup + benchmark.getMeasurement().getCount());
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
    text.iteration(benchmark, params, iteration);
  }

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {
    text.startBenchmark(benchmark);
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    text.endBenchmark(result);
  }

  @Override
  public void startRun() {
    text.startRun();
  }

  @Override
  public void endRun(Collection<RunResult> results) {
    text.endRun(results);
  }

  @Override
  public void print(String words) {
    text.print(words);
  }

  @Override
  public void println(String words) {
    text.println(words);
  }

  @Override
  public void verbosePrintln(String words) {
    text.verbosePrintln(words);
  }

  @Override
  public void write(int b) {
    text.write(b);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    text.write(bytes);
  }

  @Override
  public void flush() {
    text.flush();
  }

  @Override
  public void close() {
    text.close();
  }
}
