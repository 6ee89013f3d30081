package storagebench.compare.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import storagebench.compare.input.Round;

/**
 * One figure of each fork: the natural logarithm of what was measured.
 *
 * @param logs by round; minus infinity for an exact zero
 */
public record Sample(SortedMap<Round, Double> logs) {
  public Sample {
    logs = Collections.unmodifiableSortedMap(new TreeMap<>(logs));
  }

  /** The mean over several cells in each of the rounds that all of them have. */
  static Sample mean(List<Sample> samples) {
    Set<Round> common = new TreeSet<>(samples.get(0).logs.keySet());
    samples.forEach(s -> common.retainAll(s.logs.keySet()));
    SortedMap<Round, Double> means = new TreeMap<>();
    for (Round round : common) {
      means.put(
          round, samples.stream().mapToDouble(s -> s.logs.get(round)).average().orElseThrow());
    }
    return new Sample(means);
  }

  /** Number of forks. */
  public int count() {
    return logs.size();
  }

  /** The logarithms, in order of the rounds. */
  double[] values() {
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
    return new Sample(scaled);
  }

  /** Mean of the logarithms; without rounding where all are the same. */
  double mean() {
    if (least() == most()) {
      return least();
    }
    return logs.values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Arithmetic mean of what was measured, in its unit. */
  double arithmeticMean() {
    return logs.values().stream().mapToDouble(Math::exp).average().orElse(Double.NaN);
  }

  double least() {
    return Collections.min(logs.values());
  }

  double most() {
    return Collections.max(logs.values());
  }

  /** Geometric mean of what was measured, in its unit. */
  public double geometricMean() {
    return Math.exp(mean());
  }
}
