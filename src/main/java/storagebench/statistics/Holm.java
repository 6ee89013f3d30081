package storagebench.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction of many tests, so that the chance of any false alarm is at most alpha whatever
 * their dependence (Holm, "A simple sequentially rejective multiple test procedure", Scandinavian
 * Journal of Statistics 6, 1979).
 */
public final class Holm {
  private Holm() {}

  /**
   * The corrected probabilities, in the order given: as R's {@code p.adjust(p, "holm")}.
   *
   * @param p one a test, 0 to 1
   */
  public static double[] adjust(double... p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      largest = Math.max(largest, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = largest;
    }
    return adjusted;
  }
}
