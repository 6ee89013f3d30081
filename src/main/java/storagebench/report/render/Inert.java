package storagebench.report.render;

import java.util.regex.Pattern;

/** Makes names from other people's files harmless where they are shown. */
final class Inert {
  /** Controls (terminal escapes, line breaks) and characters that reorder what follows them. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]");

  private Inert() {}

  /** One line of printable text. */
  static String line(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
  }
}
