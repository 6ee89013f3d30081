package storagebench.table;

import storagebench.statistics.Estimate;

/**
 * A ratio as people say it: by how many percent, and which way.
 *
 * @param above what is said of a ratio above 1
 * @param below what is said of a ratio below 1
 */
public record RatioWords(String above, String below) {
  /** Of speeds. */
  public static final RatioWords OF_SPEED = new RatioWords("faster", "slower");

  /** Of times. */
  public static final RatioWords OF_TIME = new RatioWords("slower", "faster");

  /** Of sizes. */
  public static final RatioWords OF_SIZE = new RatioWords("larger", "smaller");

  /** Of anything that is used up. */
  public static final RatioWords OF_AMOUNT = new RatioWords("more", "less");

  /** Nothing differs. */
  public static final String EQUAL = "equal";

  /** Its interval holds 1. */
  public static final String COULD_NOT_TELL = "could not tell";

  /** A share below it is written with a decimal, in percent. */
  private static final double SMALL = 9.5;

  private static final double SMALLEST = 0.05;

  /**
   * Such as {@code 29 % slower}; without an interval {@code equal} if it is 1; {@code could not
   * tell} if its interval holds 1; empty if it is NaN or infinite.
   */
  public String of(Estimate ratio) {
    if (!Double.isFinite(ratio.value())) {
      return "";
    }
    if (ratio.hasInterval() && ratio.low() <= 1 && ratio.high() >= 1) {
      return COULD_NOT_TELL;
    }
    return ratio.value() == 1 ? EQUAL : change(ratio.value());
  }

  /** Such as {@code 29 % slower}, whatever the interval. */
  public String change(double ratio) {
    return percent(Math.abs(ratio - 1)) + " % " + (ratio < 1 ? below : above);
  }

  /** A share in percent, without the sign and without digits that say nothing. */
  public static String percent(double share) {
    double percent = 100 * share;
    return percent > 0 && percent < SMALLEST
        ? "under 0.1"
        : Text.of(percent < SMALL ? "%.1f" : "%,.0f", percent);
  }
}
