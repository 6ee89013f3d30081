package storagebench.results;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import storagebench.results.Launch.Score;

/**
 * JMH's scores of somebody else's secondary metrics: of a whole result, and of each of its forks.
 */
final class JmhScores {
  /** JMH's names of percentiles; older ones begin with the method's name. */
  private static final Pattern PERCENTILE = Pattern.compile("(?:(.*)[·@])?p(0\\.\\d{1,9}|1\\.00)");

  private final Identity identity;
  private final JmhMetric primary;
  private final Map<String, JmhMetric> metrics;
  private final Map<String, Score> scores = new HashMap<>();

  JmhScores(Identity identity, JmhMetric primary, Map<String, JmhMetric> metrics) {
    this.identity = identity;
    this.primary = primary;
    this.metrics = metrics;
    int iterations = primary.forks().stream().mapToInt(Series::size).sum();
    metrics.forEach(
        (name, metric) -> {
          if (OthersMetric.isNamed(name)) {
            double score = metric.score();
            Series values = Series.of(Series.joined(metric.forks()));
            scores.put(name, new Score(score, Aggregation.of(score, values, iterations)));
          }
        });
  }

  /** The scores of all forks, by name of the metric. */
  Map<String, Score> ofResult() {
    return scores;
  }

  /**
   * The scores that JMH would give this fork alone, as far as the file has what they are made of.
   */
  Map<String, Double> ofFork(int fork) {
    Map<String, Double> ofFork = new HashMap<>();
    scores.keySet().forEach(name -> ofFork(fork, name).ifPresent(score -> ofFork.put(name, score)));
    return ofFork;
  }

  private Optional<Double> ofFork(int fork, String name) {
    Score ofAll = scores.get(name);
    boolean only = primary.forks().stream().filter(f -> f.size() > 0).count() == 1;
    if (only && Double.isFinite(ofAll.value())) {
      return Optional.of(ofAll.value());
    }
    return ofAll.how() == Aggregation.OTHER
        ? percentile(fork, name).or(() -> made(fork, name).filter(score -> !Double.isNaN(score)))
        : made(fork, name);
  }

  /** Made of the values of the iterations; empty if the file has none of any fork. */
  private Optional<Double> made(int fork, String name) {
    JmhMetric metric = metrics.get(name);
    if (metric.forks().isEmpty()) {
      return Optional.empty();
    }
    Series values = fork < metric.forks().size() ? metric.forks().get(fork) : Series.of();
    return Optional.of(scores.get(name).how().of(values, primary.forks().get(fork).size()));
  }

  private Optional<Double> percentile(int fork, String name) {
    Matcher percentile = PERCENTILE.matcher(name);
    if (fork >= primary.samples().size() || !percentile.matches()) {
      return Optional.empty();
    }
    String of = percentile.group(1);
    return of == null || identity.benchmark().endsWith("." + of)
        ? Optional.of(primary.samples().get(fork).quantile(Double.parseDouble(percentile.group(2))))
        : Optional.empty();
  }
}
