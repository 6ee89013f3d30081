package storagebench.run.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was meant by one that is misspelt. */
public final class Spelling {
  /** Letters of the word that was meant, for each mistake that is allowed. */
  private static final int LETTERS_A_MISTAKE = 3;

  private Spelling() {}

  /** The known word that is nearest; empty if none is near. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(meant -> mistakes(word, meant) <= meant.length() / LETTERS_A_MISTAKE)
        .min(Comparator.comparingInt(meant -> mistakes(word, meant)));
  }

  /**
   * Letters left out, added, changed or exchanged with the next: the distance of Damerau, "A
   * technique for computer detection and correction of spelling errors" (1964), where no letter is
   * touched twice.
   */
  static int mistakes(String word, String meant) {
    int[][] cost = new int[word.length() + 1][meant.length() + 1];
    for (int i = 0; i <= word.length(); i++) {
      for (int j = 0; j <= meant.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int changed = word.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + changed);
        if (i > 1
            && j > 1
            && word.charAt(i - 1) == meant.charAt(j - 2)
            && word.charAt(i - 2) == meant.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[word.length()][meant.length()];
  }
}
