package storagebench;

import java.util.Locale;

/** How many of something there are, in words. */
public final class Count {
  private Count() {}

  /**
   * Such as {@code 1 cell}, {@code 0 cells} or {@code 1,000 batches}.
   *
   * @param noun in the singular; one whose plural follows the rules
   */
  public static String of(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural(noun));
  }

  private static String plural(String noun) {
    if (noun.matches(".*(s|x|ch|sh)")) {
      return noun + "es";
    }
    return noun.matches(".*[^aeiou]y") ? noun.replaceAll("y$", "ies") : noun + "s";
  }
}
