package storagebench.query;

import java.time.Duration;
import java.util.Optional;
import storagebench.UserError;

/** The time after which the server stops a query, as the user gives it. */
public final class QueryTimeout {
  /** The option that gives it. */
  public static final String OPTION = "--query-timeout";

  /** The server counts milliseconds in 32 bits. */
  private static final Duration LONGEST = Duration.ofHours(596);

  private QueryTimeout() {}

  /**
   * Refuses what no server could keep, or what is for nothing.
   *
   * @param given by the user, if any
   * @param queries whether any are asked
   * @throws UserError with what was expected
   */
  public static void check(Optional<Duration> given, boolean queries) {
    if (given.isPresent() && given.get().compareTo(LONGEST) > 0) {
      throw new UserError(OPTION + " is " + given.get().toHours() + "h; expected 1s to 596h");
    }
    if (given.isPresent() && !queries) {
      throw new UserError(OPTION + " is for --queries; give both or none");
    }
  }
}
