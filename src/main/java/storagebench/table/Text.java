package storagebench.table;

import java.util.Locale;

/** Text with figures in it, written the same way everywhere. */
public final class Text {
  /** As the root locale, but a formatter has its symbols by heart and need not look them up. */
  private static final Locale PLAIN = Locale.US;

  private Text() {}

  /** The text with the values in their places, see {@link java.util.Formatter}. */
  public static String of(String format, Object... values) {
    return String.format(PLAIN, format, values);
  }
}
