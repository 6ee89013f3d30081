package storagebench.stream;

import java.sql.SQLException;
import java.util.Set;
import storagebench.server.SqlState;

/**
 * Tells a lost session, after which the outcome of the last commit is unknown, from errors that
 * would happen again.
 */
final class LostSession {
  private static final Set<String> STATES =
      Set.of(
          // The server ended the session, crashed or is starting.
          SqlState.ADMIN_SHUTDOWN,
          SqlState.CRASH_SHUTDOWN,
          SqlState.CANNOT_CONNECT_NOW,
          SqlState.IDLE_SESSION_TIMEOUT,
          SqlState.SEGMENT_FAILURE,
          // The journal has the batch: the commit whose answer was lost did take place.
          SqlState.UNIQUE_VIOLATION);

  private LostSession() {}

  /** Whether this is why it was thrown. */
  static boolean isBehind(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException failure && failure.getSQLState() != null) {
        String state = failure.getSQLState();
        return state.startsWith(SqlState.CONNECTION_EXCEPTIONS) || STATES.contains(state);
      }
    }
    return false;
  }
}
