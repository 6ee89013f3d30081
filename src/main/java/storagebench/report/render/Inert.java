package storagebench.report.render;

/** Makes names from other people's files harmless where they are shown. */
public final class Inert {
  /** Characters that reorder what follows them. */
  private static final String REORDERING =
      "\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

  private static final int REPLACEMENT = 0xFFFD;

  private Inert() {}

  /** One line of printable text. */
  public static String line(String text) {
    int plain = 0;
    while (plain < text.length() && isPrintable(text.codePointAt(plain))) {
      plain += Character.charCount(text.codePointAt(plain));
    }
    return plain == text.length() ? text : replaced(text);
  }

  private static String replaced(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isPrintable(c) ? c : REPLACEMENT));
    return out.toString();
  }

  /** Neither a control (terminal escapes, line breaks) nor one that reorders what follows. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> REORDERING.indexOf(c) < 0;
      default -> true;
    };
  }
}
