package storagebench.choose;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import storagebench.statistics.TwoWayLayout;

/**
 * What does not change during a race.
 *
 * @param contenders from the smallest to the largest
 * @param margin on the log scale
 * @param error probability of any wrong statement
 */
record RaceTerms(List<Contender> contenders, double margin, double error) {
  RaceTerms {
    if (contenders.stream().map(Contender::name).distinct().count() < contenders.size()) {
      throw new IllegalArgumentException("two contenders of one name: " + contenders);
    }
    contenders =
        contenders.stream().sorted(Comparator.comparingDouble(Contender::bytesPerRow)).toList();
  }

  /**
   * The bounds after so many rounds.
   *
   * @param dropped those that were beaten: the others share their part of the error
   * @param racing how many race
   */
  Bounds bounds(TwoWayLayout layout, int rounds, Set<Contender> dropped, int racing) {
    double dropLevel = error / 2 / Math.max(1, pairsWithout(dropped));
    double certainLevel = error / 2 / Math.max(1, contenders.size());
    return Bounds.of(layout, rounds, racing, dropLevel, certainLevel);
  }

  /** Pairs of one that was not dropped and any other that is not larger. */
  private long pairsWithout(Set<Contender> dropped) {
    return contenders.stream()
        .filter(c -> !dropped.contains(c))
        .mapToLong(
            c -> contenders.stream().filter(o -> o.bytesPerRow() <= c.bytesPerRow()).count() - 1)
        .sum();
  }

  /** The round as an array; NaN for those that are not in it. */
  double[] inOrder(Map<Contender, Double> logTimes) {
    return contenders.stream().mapToDouble(c -> logTimes.getOrDefault(c, Double.NaN)).toArray();
  }

  Contender get(int i) {
    return contenders.get(i);
  }

  int indexOf(Contender contender) {
    return contenders.indexOf(contender);
  }
}
