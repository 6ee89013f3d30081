package storagebench.compare.verdict;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import storagebench.compare.match.Round;
import storagebench.statistics.Moments;

/**
 * One figure of each fork, and the figure of all of them.
 *
 * @param logs the natural logarithms of the forks' figures, by round; minus infinity for an exact
 *     zero
 * @param figure all forks together, as a report shows it: their total by their total
 */
public record Sample(SortedMap<Round, Double> logs, double figure) {
  /**
   * What a fork measured in all: its figure is the quotient.
   *
   * @param amount such as its time
   * @param units by what it is divided, such as its rows; 1 for a mean
   */
  record Total(double amount, double units) {}

  public Sample {
    logs = Collections.unmodifiableSortedMap(new TreeMap<>(logs));
  }

  /** Forks of which only the logarithms are known; their figure is the mean. */
  public Sample(SortedMap<Round, Double> logs) {
    this(logs, logs.values().stream().mapToDouble(Math::exp).average().orElse(Double.NaN));
  }

  /** The forks of these totals. */
  static Sample of(SortedMap<Round, Total> forks) {
    SortedMap<Round, Double> logs = new TreeMap<>();
    forks.forEach((round, fork) -> logs.put(round, Math.log(fork.amount / fork.units)));
    double amounts = 0;
    double units = 0;
    for (Total fork : forks.values()) {
      amounts += fork.amount;
      units += fork.units;
    }
    return new Sample(logs, amounts / units);
  }

  /** The geometric mean over several cells in each of the rounds that all of them have. */
  static Sample mean(List<Sample> samples) {
    Set<Round> common = new TreeSet<>(samples.get(0).logs.keySet());
    samples.forEach(s -> common.retainAll(s.logs.keySet()));
    SortedMap<Round, Double> means = new TreeMap<>();
    for (Round round : common) {
      means.put(
          round, samples.stream().mapToDouble(s -> s.logs.get(round)).average().orElseThrow());
    }
    double[] figures = samples.stream().mapToDouble(Sample::figure).distinct().toArray();
    return new Sample(
        means,
        figures.length == 1
            ? figures[0]
            : Moments.geometricMean(samples.stream().mapToDouble(Sample::figure).toArray()));
  }

  /** Number of forks. */
  public int count() {
    return logs.size();
  }

  /** The logarithms, in order of the rounds. */
  public double[] values() {
    return logs.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** This less the other, in each of the rounds that both have. */
  SortedMap<Round, Double> over(Sample other) {
    SortedMap<Round, Double> differences = new TreeMap<>();
    logs.forEach(
        (round, log) -> {
          if (other.logs.containsKey(round)) {
            differences.put(round, log - other.logs.get(round));
          }
        });
    return differences;
  }

  /** The sample in another unit. */
  Sample times(double factor) {
    SortedMap<Round, Double> scaled = new TreeMap<>(logs);
    scaled.replaceAll((round, log) -> log + Math.log(factor));
    return new Sample(scaled, figure * factor);
  }

  /** Mean of the logarithms; without rounding where all are the same. */
  public double mean() {
    return least() == most() ? least() : Arrays.stream(values()).average().orElse(Double.NaN);
  }

  /** The smallest logarithm. */
  public double least() {
    return Collections.min(logs.values());
  }

  /** The largest logarithm. */
  public double most() {
    return Collections.max(logs.values());
  }
}
