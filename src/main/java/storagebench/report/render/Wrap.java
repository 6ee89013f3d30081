package storagebench.report.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Breaks sentences into lines. */
final class Wrap {
  private Wrap() {}

  /** The text in lines of at most {@code width}, each ended; all but the first indented. */
  static String lines(String text, int width, String indent) {
    return wholeWords(
        Arrays.stream(text.split(" "))
            .flatMap(word -> pieces(word, width - indent.length()).stream())
            .collect(Collectors.joining(" ")),
        width,
        indent);
  }

  /** The same, but longer words than that stay whole. */
  static String wholeWords(String text, int width, String indent) {
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

  /** The text in pieces of at most {@code width}, broken at blanks or, in long words, anywhere. */
  static List<String> pieces(String text, int width) {
    List<String> pieces = new ArrayList<>();
    String rest = text;
    while (length(rest) > width) {
      int end = rest.offsetByCodePoints(0, width);
      int blank = rest.lastIndexOf(' ', end);
      int cut = blank > 0 ? blank : end;
      pieces.add(rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
    }
    pieces.add(rest);
    return pieces;
  }

  /** Number of characters as people count them. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
