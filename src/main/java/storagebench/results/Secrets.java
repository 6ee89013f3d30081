package storagebench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps passwords that other people's files hold out of everything that is shown or written: they
 * are hidden as files are read. The suite itself writes none.
 */
public final class Secrets {
  private static final String HIDDEN = "***";
  private static final String WORD = "password|passwd|passphrase|pwd|secret|token|credential";
  private static final Pattern NAME =
      Pattern.compile("(?i)(.*[^a-z])?(pass|pw)|.*(" + WORD + ").*");

  /**
   * Names such as {@code pw} and {@code userpass} count only as a whole or at the end. Sought from
   * the beginning of a name and not too far, or a long text would take minutes.
   */
  private static final String ASSIGNED =
      "(?i)(?<![\\w.-])([\\w.-]{0,200}(?:(?:" + WORD + ")[\\w.-]*+|pass|pw)\\s*+[=:]\\s*+)";

  private static final Pattern ASSIGNMENT =
      Pattern.compile(ASSIGNED + "(?:\"[^\"]*\"|'[^']*'|[^\\s&;]+)");
  private static final Pattern OPTION =
      Pattern.compile("(?i)--?(?:[\\w.-]{0,200}[.-])?(?:" + WORD + "|pass|pw)");
  private static final Pattern OPTION_IN_TEXT =
      Pattern.compile("(?<!\\S)(" + OPTION.pattern() + ")(\\s+)\\S+");
  private static final Pattern ASSIGNED_WORD =
      Pattern.compile(ASSIGNED + "[^&\\s].*", Pattern.DOTALL);
  private static final Pattern USER_INFO = Pattern.compile("(://[^/@\\s:]*):[^/@\\s]+@");

  private Secrets() {}

  /** The text without values of assignments, options and URLs that look like passwords. */
  public static String hide(String text) {
    String assigned = ASSIGNMENT.matcher(text).replaceAll("$1" + HIDDEN);
    String optional = OPTION_IN_TEXT.matcher(assigned).replaceAll("$1$2" + HIDDEN);
    return USER_INFO.matcher(optional).replaceAll("$1:" + HIDDEN + "@");
  }

  /** The value of a named fact, hidden altogether if the name says that it is a secret. */
  public static String hide(String name, String value) {
    return NAME.matcher(name).matches() ? HIDDEN : hide(value);
  }

  /** The words of a command line; a word is hidden whole, blanks and all, after its name. */
  public static List<String> hide(List<String> words) {
    List<String> shown = new ArrayList<>();
    boolean named = false;
    for (String word : words) {
      shown.add(named ? HIDDEN : hideWord(word));
      named = OPTION.matcher(word).matches();
    }
    return shown;
  }

  /** Whether a word is left of which something was hidden. */
  public static boolean areHiddenIn(List<String> words) {
    return words.stream().anyMatch(word -> word.contains(HIDDEN));
  }

  private static String hideWord(String word) {
    Matcher assigned = ASSIGNED_WORD.matcher(word);
    return assigned.matches() ? assigned.group(1) + HIDDEN : hide(word);
  }
}
