package storagebench.report.render;

/** Text as content or quoted attribute of HTML. */
final class Html {
  private Html() {}

  /** The text with everything escaped that could become markup. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    Inert.line(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
