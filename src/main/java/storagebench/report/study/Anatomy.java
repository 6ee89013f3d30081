package storagebench.report.study;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import storagebench.results.Batches;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.Metric;
import storagebench.results.ProfilerMetric;
import storagebench.results.Series;
import storagebench.statistics.RatioEstimate;

/**
 * Where the time of a cell's inserts went, in seconds a row. The parts add up to the whole:
 * execution is what is left of it, so a part that was not taken is in there.
 *
 * @param whole statement and commit
 * @param planning by the plan of one batch in each fork
 * @param waiting by wait class, before the commit began, as a mean of the instances that store
 *     rows; empty if it was not sampled
 * @param commit the commits
 */
public record Anatomy(
    double whole, OptionalDouble planning, Map<String, Double> waiting, OptionalDouble commit) {

  private static final String CPU = "cpu";

  /** The anatomy of a cell; empty where there are no rows or times, or no profiler looked at it. */
  public static Optional<Anatomy> of(Cell cell) {
    boolean profiled = cell.units().keySet().stream().anyMatch(ProfilerMetric::isOfProfiler);
    return profiled
        ? cell.batches().map(batches -> of(cell, Speed.rate(cell).orElseThrow()))
        : Optional.empty();
  }

  private static Anatomy of(Cell cell, RatioEstimate rate) {
    double whole = 1 / rate.value();
    Map<String, Double> waiting = new TreeMap<>();
    for (String label : cell.units().keySet()) {
      if (label.startsWith(ProfilerMetric.WAIT_BEFORE_COMMIT)) {
        String kind = label.substring(ProfilerMetric.WAIT_BEFORE_COMMIT.length());
        mean(cell, label).ifPresent(share -> waiting.put(kind, share * whole));
      }
    }
    // Whoever has none of the events works.
    waiting.remove(CPU);
    OptionalDouble commitShare = Speed.commitShare(cell);
    return new Anatomy(
        whole,
        planning(cell),
        waiting,
        commitShare.isPresent()
            ? OptionalDouble.of(commitShare.getAsDouble() * whole)
            : OptionalDouble.empty());
  }

  /** What is left: work, and whatever was not taken. */
  public double execution() {
    return whole
        - planning.orElse(0)
        - waiting.values().stream().mapToDouble(d -> d).sum()
        - commit.orElse(0);
  }

  /** Mean of a profiler's metric over the iterations of all forks that have it. */
  public static OptionalDouble mean(Cell cell, String label) {
    return cell.forks().stream()
        .flatMap(fork -> ProfilerMetric.of(fork, label).stream())
        .mapToDouble(Double::doubleValue)
        .average();
  }

  /** The plan is that of one batch. */
  private static OptionalDouble planning(Cell cell) {
    double seconds = 0;
    double rows = 0;
    for (Fork fork : cell.forks()) {
      Series millis = fork.secondary().get(ProfilerMetric.PLAN_PLANNING);
      Optional<Batches> batches = Batches.of(fork, cell.identity().unit());
      if (millis != null && millis.isFinite() && batches.isPresent()) {
        seconds += millis.last() / 1000;
        rows += fork.each(Metric.ROWS_INSERTED).orElseThrow().mean();
      }
    }
    return rows > 0 ? OptionalDouble.of(seconds / rows) : OptionalDouble.empty();
  }
}
