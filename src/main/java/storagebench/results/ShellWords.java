package storagebench.results;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a command line, to be read and copied: quoted for a shell. */
public final class ShellWords {
  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\w.,=/:@%+-]+");

  private ShellWords() {}

  /** One line, each word quoted where a shell needs it. */
  public static String line(List<String> words) {
    return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return NEEDS_NO_QUOTES.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
