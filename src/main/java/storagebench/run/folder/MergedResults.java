package storagebench.run.folder;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;
import storagebench.run.plan.PlannedCell;

/**
 * The results of single trials, put together as JMH would have reported them had it run all forks
 * of a cell one after the other.
 */
final class MergedResults {
  private final List<PlannedCell> cells;
  private final int sides;
  private final Map<Key, List<BenchmarkResult>> forks = new TreeMap<>();

  /**
   * @param cells all cells of the run, in the order of the report
   */
  MergedResults(List<PlannedCell> cells) {
    this(cells, 1);
  }

  /**
   * @param cells all cells of one side, in the order of the report
   * @param sides how many sides shared the iterations of a trial
   */
  MergedResults(List<PlannedCell> cells, int sides) {
    this.cells = cells;
    this.sides = sides;
  }

  /** JMH's own order compares positions of parameter values, which single trials do not know. */
  private record Key(int cell, Mode mode) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::cell).thenComparing(Key::mode);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** Adds the result of one trial. */
  void add(PlannedCell cell, RunResult trial) {
    forks
        .computeIfAbsent(
            new Key(cells.indexOf(cell), trial.getParams().getMode()), key -> new ArrayList<>())
        .addAll(trial.getBenchmarkResults());
  }

  boolean isEmpty() {
    return forks.isEmpty();
  }

  /** One result a cell and mode, with all its forks so far. */
  Collection<RunResult> results() {
    return forks.entrySet().stream()
        .map(e -> new RunResult(params(cells.get(e.getKey().cell()), e.getValue()), e.getValue()))
        .toList();
  }

  /** In one of JMH's formats. */
  byte[] format(ResultFormatType type) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(type, out).writeOut(results());
    }
    return bytes.toByteArray();
  }

  /**
   * As one trial's, but with all forks counted and without what only the suite's own forks need.
   */
  private BenchmarkParams params(PlannedCell cell, List<BenchmarkResult> trials) {
    BenchmarkParams one = trials.get(0).getParams();
    return new BenchmarkParams(
        one.getBenchmark(),
        one.generatedBenchmark(),
        one.shouldSynchIterations(),
        one.getThreads(),
        one.getThreadGroups(),
        one.getThreadGroupLabels(),
        one.getForks() == 0 ? 0 : trials.size(),
        one.getWarmupForks(),
        share(one.getWarmup()),
        share(one.getMeasurement()),
        one.getMode(),
        workload(cell, one),
        one.getTimeUnit(),
        one.getOpsPerInvocation(),
        one.getJvm(),
        ForkArguments.withoutOwn(one.getJvmArgs()),
        one.getJdkVersion(),
        one.getVmName(),
        one.getVmVersion(),
        one.getJmhVersion(),
        one.getTimeout());
  }

  private IterationParams share(IterationParams all) {
    return new IterationParams(
        all.getType(), all.getCount() / sides, all.getTime(), all.getBatchSize());
  }

  /** JMH's parameters with the cell's values, which differ between sides. */
  private static WorkloadParams workload(PlannedCell cell, BenchmarkParams params) {
    Map<String, String> values = cell.allParameters();
    WorkloadParams workload = new WorkloadParams();
    int position = 0;
    for (String key : params.getParamsKeys()) {
      workload.put(key, values.getOrDefault(key, params.getParam(key)), position++);
    }
    return workload;
  }
}
