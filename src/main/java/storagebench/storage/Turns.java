package storagebench.storage;

import java.util.SplittableRandom;

/**
 * Which side takes its batch first. Pairs come in twos: a random order, then its mirror image, so
 * that whatever going first or second costs falls on both sides alike (counterbalancing; Abedi and
 * Brecht, "Conducting repeatable experiments in highly variable cloud computing environments", ICPE
 * 2017, for the random part). A pure function: every process draws the same.
 *
 * @param seed of the duel
 * @param trial number of the trial, from 0
 */
public record Turns(long seed, int trial) {
  /** Number of the baseline. */
  public static final int BASELINE = 0;

  /** Number of the candidate. */
  public static final int CANDIDATE = 1;

  /** What a side is called by that number. */
  public static String role(int side) {
    return side == BASELINE ? "baseline" : "candidate";
  }

  /**
   * The side whose turn it is.
   *
   * @param turn from 0; two make a pair
   */
  public int side(int turn) {
    int pair = pair(turn);
    return drawn(trial + 1, pair / 2) ^ (pair & 1) ^ (turn & 1);
  }

  /** The pair that a turn belongs to, from 0. */
  public static int pair(int turn) {
    return turn / 2;
  }

  /** The side whose table is made first; it changes from trial to trial in the same way. */
  public int made() {
    return drawn(0, trial / 2) ^ (trial & 1);
  }

  private int drawn(int stream, int block) {
    long mixed = new SplittableRandom(seed + stream).nextLong() + block;
    return new SplittableRandom(mixed).nextInt(2);
  }
}
