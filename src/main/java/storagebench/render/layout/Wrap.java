package storagebench.render.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.WCWidth;

/** Breaks sentences into lines. */
public final class Wrap {
  /** What people take for one character, see {@link Pattern}. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  /** All before it take one column each. */
  private static final char FIRST_NOT_PLAIN = '\u0300';

  /** Makes an emoji of the character before it. */
  private static final char EMOJI = '\uFE0F';

  private Wrap() {}

  /** The text in lines of at most {@code width}, each ended; all but the first indented. */
  public static String lines(String text, int width, String indent) {
    return wholeWords(
        Arrays.stream(text.split(" "))
            .flatMap(word -> pieces(word, width - indent.length()).stream())
            .collect(Collectors.joining(" ")),
        width,
        indent);
  }

  /** The same, but longer words than that stay whole. */
  public static String wholeWords(String text, int width, String indent) {
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
  public static List<String> pieces(String text, int width) {
    List<String> pieces = new ArrayList<>();
    String rest = text;
    while (length(rest) > width) {
      int end = fitting(rest, width);
      int blank = rest.lastIndexOf(' ', end);
      int cut = blank > 0 ? blank : end;
      pieces.add(rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
    }
    pieces.add(rest);
    return pieces;
  }

  /**
   * Columns that the text takes on a terminal: marks that combine with the character before them
   * take none, wide characters two.
   */
  public static int length(String text) {
    return isPlain(text) ? text.length() : characters(text).mapToInt(Wrap::columns).sum();
  }

  /** Where to cut so that so many columns are before it; one character is before it at least. */
  private static int fitting(String text, int width) {
    if (isPlain(text)) {
      return Math.max(1, width);
    }
    int end = 0;
    int used = 0;
    Matcher character = CHARACTER.matcher(text);
    while (character.find()) {
      used += columns(character.group());
      if (used > width && end > 0) {
        return end;
      }
      end = character.end();
    }
    return end;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_NOT_PLAIN) {
        return false;
      }
    }
    return true;
  }

  private static Stream<String> characters(String text) {
    return CHARACTER.matcher(text).results().map(MatchResult::group);
  }

  /** A character of several code points is as wide as the widest, an emoji by its selector two. */
  private static int columns(String character) {
    return character.indexOf(EMOJI) > 0
        ? 2
        : character.codePoints().map(WCWidth::wcwidth).max().orElse(0);
  }
}
