package storagebench.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One element of JMH's array: one benchmark with one set of parameters, by JMH's names. A text or a
 * list is null where it is absent.
 */
record JmhResult(
    String benchmark,
    String mode,
    String jmhVersion,
    String jdkVersion,
    String vmName,
    String vmVersion,
    List<String> jvmArgs,
    Integer threads,
    int forks,
    int warmupIterations,
    String warmupTime,
    int warmupBatchSize,
    int measurementIterations,
    String measurementTime,
    int measurementBatchSize,
    Map<String, String> params,
    @JsonProperty("primaryMetric") JmhMetric primary,
    @JsonProperty("secondaryMetrics") Map<String, JmhMetric> secondary) {

  JmhResult {
    jvmArgs = Objects.requireNonNullElse(jvmArgs, List.of());
    threads = Objects.requireNonNullElse(threads, 1);
    params = Objects.requireNonNullElse(params, Map.of());
    Map<String, JmhMetric> byName = new TreeMap<>();
    Objects.requireNonNullElse(secondary, Map.<String, JmhMetric>of())
        .forEach((name, metric) -> byName.put(OthersMetric.withoutMark(name), metric));
    secondary = byName;
  }

  /** Whether it has what every result of JMH has. */
  boolean isWhole() {
    return benchmark != null && mode != null && primary != null;
  }

  boolean hasNegativeCount() {
    return IntStream.of(
            threads,
            forks,
            warmupIterations,
            warmupBatchSize,
            measurementIterations,
            measurementBatchSize)
        .anyMatch(count -> count < 0);
  }

  /**
   * The result as a cell.
   *
   * @param hidden hides secrets in its parameters
   */
  Cell cell(HiddenParams hidden) {
    SortedMap<String, String> shown = new TreeMap<>();
    params.forEach((name, value) -> shown.put(Key.ofParam(name), hidden.hide(name, value)));
    // Results from before there was a choice do not have it; both are the same cell.
    shown.remove(Params.WORKLOAD, Params.CALL_DETAIL_RECORDS);
    String variant = shown.getOrDefault(Params.VARIANT, "");
    Params.OPTIONS.forEach(option -> shown.remove(option, Params.usual(variant, option)));
    Identity identity = new Identity(benchmark, mode, shown, threads, primary.unit());
    Map<String, String> units = new HashMap<>();
    secondary.forEach((name, metric) -> units.put(name, metric.unit()));
    JmhScores scores = new JmhScores(identity, primary, secondary);
    return new Cell(identity, forks(scores), List.of(launch(scores)), units);
  }

  private List<Fork> forks(JmhScores scores) {
    List<Fork> measured = new ArrayList<>();
    for (int i = 0; i < primary.forks().size(); i++) {
      if (primary.forks().get(i).size() == 0) {
        continue;
      }
      Map<String, Series> ofFork = new HashMap<>();
      for (Map.Entry<String, JmhMetric> metric : secondary.entrySet()) {
        List<Series> places = metric.getValue().forks();
        if (i < places.size() && places.get(i).size() > 0) {
          ofFork.put(metric.getKey(), places.get(i));
        }
      }
      Optional<Histogram> samples =
          i < primary.samples().size() ? Optional.of(primary.samples().get(i)) : Optional.empty();
      measured.add(
          new Fork(i, primary.forks().get(i), ofFork, scores.ofFork(i), samples, Optional.empty()));
    }
    return measured;
  }

  private Launch launch(JmhScores scores) {
    return new Launch(
        text(jmhVersion),
        text(jdkVersion),
        (text(vmName) + " " + text(vmVersion)).strip(),
        Secrets.hide(jvmArgs),
        forks,
        (int) primary.forks().stream().filter(fork -> fork.size() == 0).count(),
        warmupIterations,
        measurementIterations,
        text(warmupTime),
        text(measurementTime),
        warmupBatchSize,
        measurementBatchSize,
        primary.score(),
        primary.percentiles(),
        scores.ofResult());
  }

  private static String text(String absentOrNot) {
    return Objects.requireNonNullElse(absentOrNot, "");
  }
}
