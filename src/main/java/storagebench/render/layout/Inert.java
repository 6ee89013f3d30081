package storagebench.render.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes names from other people's files harmless where they are shown. */
public final class Inert {
  /** Characters that reorder what follows them. */
  private static final String REORDERING =
      "\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

  private static final int REPLACEMENT = 0xFFFD;

  /** Characters of a word, such as a name or a parameter's value. */
  private static final int LONGEST_WORD = 400;

  /** Characters of a text with all its words. */
  private static final int LONGEST_TEXT = 10_000;

  private static final Pattern LONG_WORD = Pattern.compile("\\S{" + (LONGEST_WORD + 1) + ",}+");

  private Inert() {}

  /** One line of printable text, of a length that can be read: names may be of any. */
  public static String line(String text) {
    if (text.length() <= LONGEST_WORD) {
      return printable(text);
    }
    String words =
        LONG_WORD
            .matcher(shortened(text, LONGEST_TEXT))
            .replaceAll(word -> Matcher.quoteReplacement(shortened(word.group(), LONGEST_WORD)));
    return printable(words);
  }

  /** The text without its middle, if it is longer. */
  private static String shortened(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(0, longest / 2) + "…" + text.substring(text.length() - longest / 2);
  }

  private static String printable(String text) {
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
