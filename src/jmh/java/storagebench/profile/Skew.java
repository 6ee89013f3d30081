package storagebench.profile;

import java.util.Arrays;

/** How unevenly segments share work: the most by the mean, 1 where all have the same. */
final class Skew {
  private Skew() {}

  /** NaN where there is nothing to share. */
  static double of(double... shares) {
    double mean = Arrays.stream(shares).average().orElse(0);
    return mean > 0 ? Arrays.stream(shares).max().orElseThrow() / mean : Double.NaN;
  }
}
