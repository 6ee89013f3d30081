package storagebench.report.question;

import java.util.regex.Pattern;

/** Keeps passwords that other people's files hold out of reports. The suite itself writes none. */
final class Secrets {
  private static final String HIDDEN = "***";
  private static final Pattern NAME =
      Pattern.compile("(?i)pass(word|wd|phrase)?$|.*(password|passwd|secret|token|credential).*");
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?i)([\\w.-]*(?:password|passwd|pwd|secret|token|credential)[\\w.-]*\\s*[=:]\\s*)[^\\s&;,]+");
  private static final Pattern USER_INFO = Pattern.compile("(://[^/@\\s:]*):[^/@\\s]+@");

  private Secrets() {}

  /** The text without values of assignments and URLs that look like passwords. */
  static String hide(String text) {
    String assigned = ASSIGNMENT.matcher(text).replaceAll("$1" + HIDDEN);
    return USER_INFO.matcher(assigned).replaceAll("$1:" + HIDDEN + "@");
  }

  /** The value of a named fact, hidden altogether if the name says that it is a secret. */
  static String hide(String name, String value) {
    return NAME.matcher(name).matches() ? HIDDEN : hide(value);
  }
}
