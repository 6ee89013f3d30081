package storagebench.compare.verdict;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import storagebench.compare.match.MeasuredCell;
import storagebench.compare.match.Pair;
import storagebench.compare.match.Round;
import storagebench.results.Fork;
import storagebench.results.Metric;
import storagebench.results.Series;
import storagebench.statistics.PairedRatio;

/**
 * The trials of a duel, in which both sides took the same batches in turns: pairs of batches
 * instead of pairs of forks.
 */
final class BatchPairs {
  /** Fewer pairs have no middle half to speak of. */
  static final int FEWEST = 3;

  private BatchPairs() {}

  /**
   * The interquartile mean of the pairs' log ratios, a round each.
   *
   * @return empty unless every fork that both sides have in a round says which pair its batches
   *     belong to
   */
  static Optional<SortedMap<Round, Double>> logRatios(Pair pair, Measure measure) {
    Set<Round> common = new TreeSet<>(pair.baseline().forks().keySet());
    common.retainAll(pair.candidate().forks().keySet());
    SortedMap<Round, Double> ratios = new TreeMap<>();
    for (Round round : common) {
      SortedMap<Double, Double> before = byPair(pair.baseline(), round, measure);
      SortedMap<Double, Double> after = byPair(pair.candidate(), round, measure);
      before.keySet().retainAll(after.keySet());
      after.keySet().retainAll(before.keySet());
      if (before.size() < FEWEST) {
        return Optional.empty();
      }
      ratios.put(round, PairedRatio.logOfMidmean(values(before), values(after)));
    }
    return ratios.isEmpty() ? Optional.empty() : Optional.of(ratios);
  }

  private static SortedMap<Double, Double> byPair(MeasuredCell side, Round round, Measure measure) {
    Fork fork = side.forks().get(round);
    Optional<Series> pairs = fork.each(Metric.DUEL_PAIR);
    Optional<Series> values =
        measure.ofBatches(side, fork).filter(s -> s.size() == fork.primary().size());
    if (pairs.isEmpty() || values.isEmpty()) {
      return new TreeMap<>();
    }
    SortedMap<Double, Double> byPair = new TreeMap<>();
    for (int i = 0; i < values.get().size(); i++) {
      byPair.put(pairs.get().get(i), values.get().get(i));
    }
    return byPair;
  }

  private static double[] values(SortedMap<Double, Double> byPair) {
    return byPair.values().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
