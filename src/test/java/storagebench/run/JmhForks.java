package storagebench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.SingleShotResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** Results as JMH's forks give them. */
public final class JmhForks {
  private JmhForks() {}

  /** The result of a trial, which has one fork. */
  public static RunResult trial(BenchmarkResult fork) {
    return new RunResult(fork.getParams(), List.of(fork));
  }

  /** A fork whose batches took so many milliseconds, of a cell with so many forks in all. */
  public static BenchmarkResult fork(String batchSize, int forks, double... millis) {
    return fork(
        params(batchSize, forks, List.of("-Dstoragebench.target=embedded:1", "-Xmx1g")), millis);
  }

  /** A trial of a duel, whose sides took so many milliseconds, pair by pair. */
  public static RunResult duel(Cell cell, double[] baseline, double[] candidate) {
    BenchmarkParams params = params(cell, 1, List.of());
    List<IterationResult> iterations = new ArrayList<>();
    for (int pair = 0; pair < baseline.length; pair++) {
      for (int side = 0; side < 2; side++) {
        IterationResult iteration = iteration(params, (side == 0 ? baseline : candidate)[pair]);
        iteration.addResult(new ScalarResult("duel.side", side, "side", AggregationPolicy.AVG));
        iteration.addResult(new ScalarResult("duel.pair", pair, "pair", AggregationPolicy.AVG));
        iterations.add(iteration);
      }
    }
    return trial(new BenchmarkResult(params, iterations));
  }

  /** The fork of a trial whose batches took so many milliseconds. */
  public static BenchmarkResult fork(Cell cell, double... millis) {
    return fork(params(cell, 1, List.of()), millis);
  }

  private static BenchmarkResult fork(BenchmarkParams params, double... millis) {
    List<IterationResult> iterations = new ArrayList<>();
    for (double time : millis) {
      iterations.add(iteration(params, time));
    }
    return new BenchmarkResult(params, iterations);
  }

  private static IterationResult iteration(BenchmarkParams params, double millis) {
    IterationResult iteration = new IterationResult(params, params.getMeasurement(), null);
    iteration.addResult(
        new SingleShotResult(
            ResultRole.PRIMARY, "insert", (long) (millis * 1e6), 1, params.getTimeUnit()));
    iteration.addResult(new ScalarResult("rows.inserted", 1000, "rows", AggregationPolicy.AVG));
    return iteration;
  }

  /** What JMH knows of a cell before it runs. */
  public static BenchmarkParams params(String batchSize, int forks, List<String> jvmArgs) {
    return params(new Cell("a.B.insert", Map.of("batchSize", batchSize)), forks, jvmArgs);
  }

  private static BenchmarkParams params(Cell cell, int forks, List<String> jvmArgs) {
    WorkloadParams workload = new WorkloadParams();
    cell.parameters().forEach((name, value) -> workload.put(name, value, workload.keys().size()));
    return new BenchmarkParams(
        cell.benchmark(),
        "a.generated.B.insert",
        true,
        1,
        new int[] {1},
        List.of("insert"),
        forks,
        0,
        new IterationParams(IterationType.WARMUP, 1, TimeValue.NONE, 1),
        new IterationParams(IterationType.MEASUREMENT, 3, TimeValue.NONE, 1),
        Mode.SingleShotTime,
        workload,
        TimeUnit.MILLISECONDS,
        1,
        "java",
        jvmArgs,
        "17",
        "VM",
        "17.0",
        "1.37",
        TimeValue.minutes(10));
  }
}
