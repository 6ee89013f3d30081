package storagebench.results;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one JMH fork measured: one trial, the unit of replication.
 *
 * @param index its place among the forks of its cell in the raw data, from 0; a fork that measured
 *     nothing keeps its place, so that rounds and trials of later ones are not taken for its own
 * @param primary the score of each iteration, in the unit of the cell; the mean of the samples
 *     where JMH kept a histogram
 * @param secondary the other metrics by name, without JMH's leading dot; a metric that was not
 *     taken in every iteration is shorter than {@code primary}
 * @param others the scores of somebody else's metrics as JMH makes them of this fork alone
 * @param samples the samples of all iterations, in SampleTime mode only
 * @param turn when it ran; empty where that was not recorded
 */
public record Fork(
    int index,
    Series primary,
    Map<String, Series> secondary,
    Map<String, Double> others,
    Optional<Histogram> samples,
    Optional<Turn> turn) {
  /**
   * When a fork ran.
   *
   * @param run the run that it was part of
   * @param position among the trials of all cells of the run: more is later
   */
  public record Turn(Path run, int position) {}

  public Fork {
    secondary = Map.copyOf(secondary);
    others = Map.copyOf(others);
  }

  /** The same fork, run then. */
  Fork at(Turn when) {
    return new Fork(index, primary, secondary, others, samples, Optional.of(when));
  }

  /** The same fork behind so many others. */
  Fork behind(int places) {
    return new Fork(index + places, primary, secondary, others, samples, turn);
  }

  /** The same fork without these secondary metrics. */
  Fork without(Set<String> metrics) {
    if (metrics.isEmpty()) {
      return this;
    }
    Map<String, Series> kept = new HashMap<>(secondary);
    kept.keySet().removeAll(metrics);
    Map<String, Double> keptOthers = new HashMap<>(others);
    keptOthers.keySet().removeAll(metrics);
    return new Fork(index, primary, kept, keptOthers, samples, turn);
  }

  /** The metric's values, if it was taken, finite, in every iteration: then it can be aligned. */
  public Optional<Series> each(Metric metric) {
    return Optional.ofNullable(secondary.get(metric.label()))
        .filter(s -> s.size() == primary.size() && s.isFinite());
  }

  /** The metric after the last iteration that has it, such as the final size of the table. */
  public Optional<Double> last(Metric metric) {
    return Optional.ofNullable(secondary.get(metric.label()))
        .map(Series::last)
        .filter(Double::isFinite);
  }
}
