package storagebench.stream;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Version;
import storagebench.results.Params;
import storagebench.storage.Variant;

/**
 * The parameters of a cell of a stream in JMH's words. The phases differ in {@code indexes} alone,
 * so that reports tell what the indexes cost.
 */
final class CellParams {
  /** What reports and comparisons know a stream by. */
  static final String BENCHMARK = "storagebench.stream.day";

  private CellParams() {}

  static BenchmarkParams of(StreamPlan plan, Phase phase, Variant variant, int batches) {
    WorkloadParams workload = new WorkloadParams();
    workload.put("batches", Integer.toString(plan.batches()), 0);
    workload.put(Params.INDEXES, Boolean.toString(phase.indexes()), phase.ordinal());
    workload.put("ingest", plan.method().word(), plan.method().ordinal());
    workload.put("partitions", plan.partitions().word(), plan.partitions().ordinal());
    workload.put("scale", Double.toString(plan.scale()), 0);
    workload.put(Params.VARIANT, variant.name(), Arrays.asList(Variant.values()).indexOf(variant));
    if (!StreamPlan.ofCalls(plan.workload())) {
      workload.put(Params.WORKLOAD, plan.workload(), 0);
    }
    return new BenchmarkParams(
        BENCHMARK,
        BENCHMARK,
        false,
        1,
        new int[] {1},
        List.of(),
        1,
        0,
        new IterationParams(IterationType.WARMUP, 0, TimeValue.NONE, 1),
        new IterationParams(IterationType.MEASUREMENT, batches, TimeValue.NONE, 1),
        Mode.SingleShotTime,
        workload,
        TimeUnit.MILLISECONDS,
        1,
        "",
        List.of(),
        System.getProperty("java.version"),
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        Version.getPlainVersion(),
        TimeValue.NONE);
  }
}
