package storagebench.stream;

import java.sql.SQLException;
import java.util.Set;

/**
 * Tells a session that was lost, so that nobody knows whether its last commit took place, from
 * errors that would come again.
 */
final class LostSession {
  /** Class of all connection failures. */
  private static final String CONNECTION = "08";

  private static final Set<String> STATES =
      Set.of(
          // The server ended the session, crashed or is starting.
          "57P01",
          "57P02",
          "57P03",
          "57P05",
          // A segment's connection failed (Greenplum, Cloudberry).
          "58M01",
          // The journal has the batch: the commit whose answer was lost did take place.
          "23505");

  private LostSession() {}

  /** Whether this is why it was thrown. */
  static boolean isBehind(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException failure && failure.getSQLState() != null) {
        String state = failure.getSQLState();
        return state.startsWith(CONNECTION) || STATES.contains(state);
      }
    }
    return false;
  }
}
