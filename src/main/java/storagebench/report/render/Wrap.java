package storagebench.report.render;

/** Breaks sentences into lines. */
final class Wrap {
  private Wrap() {}

  /** The text in lines of at most {@code width}, each ended; all but the first indented. */
  static String lines(String text, int width, String indent) {
    StringBuilder out = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ")) {
      if (used > 0 && used + 1 + length(word) > width) {
        out.append('\n').append(indent);
        used = indent.length();
      } else if (used > 0) {
        out.append(' ');
        used++;
      }
      out.append(word);
      used += length(word);
    }
    return out.append('\n').toString();
  }

  /** Number of characters as people count them. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
