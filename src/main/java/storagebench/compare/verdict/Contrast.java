package storagebench.compare.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import storagebench.compare.match.Pair;
import storagebench.compare.match.Round;
import storagebench.results.Identity;
import storagebench.statistics.Estimate;
import storagebench.statistics.LogDifference;

/**
 * The same figure on both sides. Where they share rounds, these are the pairs, and forks of other
 * rounds are left out.
 *
 * @param identity the cell, or the group of cells
 * @param measure what is compared
 * @param baseline one figure a fork
 * @param candidate one figure a fork, in the baseline's unit
 * @param logRatios logarithm of candidate / baseline in each round that both sides took part in
 * @param duel whether these are the interquartile means of pairs of batches that the sides took in
 *     turns
 */
public record Contrast(
    Identity identity,
    Measure measure,
    Sample baseline,
    Sample candidate,
    SortedMap<Round, Double> logRatios,
    boolean duel) {
  public Contrast {
    logRatios = Collections.unmodifiableSortedMap(new TreeMap<>(logRatios));
  }

  /** A contrast of forks. */
  public Contrast(Identity identity, Measure measure, Sample baseline, Sample candidate) {
    this(identity, measure, baseline, candidate, candidate.over(baseline), false);
  }

  /**
   * The figures of a pair of cells, those of the candidate in the baseline's unit.
   *
   * @return empty if a side does not have the metric, or there is an {@link Obstacle}
   */
  public static Optional<Contrast> of(Pair pair, Measure asked) {
    if (Obstacle.of(pair, asked).isPresent()) {
      return Optional.empty();
    }
    Measure measure = asked.in(pair);
    Identity identity = pair.identity();
    Optional<Sample> candidate = new ForkTotals(measure, pair.candidate()).sample();
    return new ForkTotals(measure, pair.baseline())
        .sample()
        .flatMap(b -> candidate.map(c -> of(pair, new Contrast(identity, measure, b, c))))
        .filter(c -> !c.isNothing())
        .map(c -> c.times(measure.factor(pair)));
  }

  private static Contrast of(Pair pair, Contrast forks) {
    return forks.measure.exact()
        ? forks
        : BatchPairs.logRatios(pair, forks.measure)
            .map(ratios -> forks.with(ratios, true))
            .orElse(forks);
  }

  private Contrast with(SortedMap<Round, Double> ratios, boolean ofPairs) {
    return new Contrast(identity, measure, baseline, candidate, ratios, ofPairs);
  }

  private Contrast times(double factor) {
    if (factor == 1) {
      return this;
    }
    SortedMap<Round, Double> scaled = new TreeMap<>(logRatios);
    scaled.replaceAll((round, log) -> log + Math.log(factor));
    return new Contrast(identity, measure, baseline, candidate.times(factor), scaled, duel);
  }

  /** The mean of several cells, round by round. */
  public static Contrast mean(Identity identity, Measure measure, List<Contrast> cells) {
    Sample ratios = Sample.mean(cells.stream().map(c -> new Sample(c.logRatios)).toList());
    return new Contrast(
        identity,
        measure,
        Sample.mean(cells.stream().map(Contrast::baseline).toList()),
        Sample.mean(cells.stream().map(Contrast::candidate).toList()),
        ratios.logs(),
        cells.stream().allMatch(Contrast::duel));
  }

  /** Whether forks of both sides ran in the same rounds. */
  public boolean paired() {
    return !logRatios.isEmpty();
  }

  /** Forks that have no partner, if others have. */
  int unmatched() {
    int pairs = logRatios.size();
    return pairs == 0 ? 0 : baseline.count() + candidate.count() - 2 * pairs;
  }

  /** Units of the smaller side: pairs, or forks. */
  int units() {
    return paired() ? logRatios.size() : Math.min(baseline.count(), candidate.count());
  }

  /** Candidate less baseline on the log scale. */
  LogDifference difference() {
    return paired()
        ? LogDifference.paired(
            logRatios.values().stream().mapToDouble(Double::doubleValue).toArray())
        : LogDifference.unpaired(baseline.values(), candidate.values());
  }

  /** Candidate / baseline by what a report shows of all forks. */
  public double ratioOfTotals() {
    return candidate.figure() / baseline.figure();
  }

  /** Mean logarithm of the candidate less that of the baseline, over all forks. */
  public double logRatio() {
    return candidate.mean() - baseline.mean();
  }

  /** The ratio of exact figures, from the least that any two forks differ to the most. */
  Estimate exactRatio() {
    return new Estimate(
        Math.exp(candidate.mean() - baseline.mean()),
        Math.exp(candidate.least() - baseline.most()),
        Math.exp(candidate.most() - baseline.least()));
  }

  /** Whether a fork measured an exact zero, which has no part in a ratio. */
  boolean hasZero() {
    return Math.min(baseline.least(), candidate.least()) == Double.NEGATIVE_INFINITY;
  }

  /** Whether there is nothing on either side, as bytes of indexes that nobody built. */
  boolean isNothing() {
    return baseline.most() == Double.NEGATIVE_INFINITY
        && candidate.most() == Double.NEGATIVE_INFINITY;
  }
}
