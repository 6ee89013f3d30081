package storagebench.profile;

import java.sql.SQLException;
import java.util.Set;

/** The server's cumulative statistics. */
final class LateStatistics {
  /**
   * Twice PGSTAT_STAT_INTERVAL of pgstat.c: a session reports at most every half a second, and what
   * was reported is written for readers at most every half a second.
   */
  private static final long SETTLED_MILLIS = 1100;

  /** SQLSTATE of a view, a function, a column that is not there. */
  private static final Set<String> UNDEFINED = Set.of("42P01", "42883", "42703");

  private LateStatistics() {}

  /** Waits until what sessions did before is in the views. */
  static void settle() {
    try {
      Thread.sleep(SETTLED_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the server's version lacks what was asked for. */
  static boolean lacks(SQLException failure) {
    return UNDEFINED.contains(failure.getSQLState());
  }
}
