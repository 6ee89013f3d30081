package storagebench.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;
import storagebench.results.Metric;
import storagebench.storage.Ingest;

/**
 * Puts rows, times and sizes into JMH's own result after every iteration, so that one JSON file is
 * enough for every table. The figures are taken by {@link TrialState}, outside the clock. On by
 * default in every run.
 */
public final class StorageProfiler implements InternalProfiler {
  @Override
  public String getDescription() {
    return "Rows, rows per second, commit time and bytes of the table under test (always on)";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    IterationFacts facts = TrialState.takeFacts();
    return facts == null ? List.of() : results(facts);
  }

  private static List<ScalarResult> results(IterationFacts facts) {
    IterationClock.Reading clock = facts.clock();
    List<ScalarResult> results = new ArrayList<>();
    results.add(mean(Metric.ROWS_INSERTED, clock.rows()));
    results.add(last(Metric.ROWS_TABLE, facts.sent().rows()));
    results.add(last(Metric.ROWS_CHECKSUM, Metric.checksum(facts.sent().checksum())));
    results.add(mean(Metric.ROWS_RATE, clock.rows() * 1000 / clock.wallMillis()));
    results.add(mean(Metric.TIME_WALL, clock.wallMillis()));
    results.add(mean(Metric.TIME_COMMIT, clock.commitMillis()));
    results.add(last(Metric.BYTES_RAW, facts.sent().textBytes()));
    results.add(last(Metric.BYTES_TABLE, facts.footprint().table()));
    results.add(last(Metric.BYTES_INDEX, facts.footprint().index()));
    results.add(last(Metric.BYTES_AUXILIARY, facts.footprint().auxiliary()));
    facts
        .footprint()
        .uncompressed()
        .ifPresent(bytes -> results.add(last(Metric.BYTES_UNCOMPRESSED, bytes)));
    for (Ingest.Figure figure : facts.figures()) {
      results.add(
          new ScalarResult(figure.label(), figure.value(), figure.unit(), AggregationPolicy.AVG));
    }
    return results;
  }

  private static ScalarResult mean(Metric metric, double value) {
    return new ScalarResult(metric.label(), value, metric.unit(), AggregationPolicy.AVG);
  }

  /** A table only grows, so the largest value is the last. */
  private static ScalarResult last(Metric metric, double value) {
    return new ScalarResult(metric.label(), value, metric.unit(), AggregationPolicy.MAX);
  }
}
