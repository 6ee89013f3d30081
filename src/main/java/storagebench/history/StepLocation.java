package storagebench.history;

import java.util.List;

/**
 * Where a line changed its level: the split of its nights by which the squares within both parts
 * are least, and all splits that are hardly worse.
 *
 * @param place of the first night of the later part
 * @param before place of the last night that is in the earlier part by all such splits
 * @param after place of the first night that is in the later part by all of them
 */
record StepLocation(int place, int before, int after) {
  /**
   * A split is left out if its likelihood ratio is above this: 95 % confidence (Hansen, "Sample
   * splitting and threshold estimation", Econometrica 68, 2000, table I).
   */
  private static final double CRITICAL = 7.35;

  /**
   * The step among the nights from {@code first} to {@code last}.
   *
   * @param variance of the mean of one night on the log scale; 0 for sizes
   */
  static StepLocation of(List<Point> points, int first, int last, double variance) {
    double[] gain = new double[last + 1];
    int best = last;
    double total = 0;
    for (int i = first; i <= last; i++) {
      total += points.get(i).figure().logMean();
    }
    double sum = 0;
    for (int i = first + 1; i <= last; i++) {
      sum += points.get(i - 1).figure().logMean();
      int left = i - first;
      int right = last - i + 1;
      double step = (total - sum) / right - sum / left;
      gain[i] = step * step * left * right / (left + right);
      if (gain[i] > gain[best]) {
        best = i;
      }
    }
    int before = best;
    int after = best;
    for (int i = first + 1; i <= last; i++) {
      if (gain[best] - gain[i] <= CRITICAL * variance) {
        before = Math.min(before, i);
        after = Math.max(after, i);
      }
    }
    return new StepLocation(best, before - 1, after);
  }
}
