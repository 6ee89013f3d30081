package storagebench.render;

import storagebench.render.layout.Inert;

/** Text as content or quoted attribute of HTML. */
public final class Html {
  private Html() {}

  /** The text with everything escaped that could become markup. */
  public static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    String line = Inert.line(text);
    for (int i = 0; i < line.length(); i++) {
      switch (line.charAt(i)) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(line.charAt(i));
      }
    }
    return out.toString();
  }
}
