package storagebench.run;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.profile.ProfilerException;
import storagebench.UserError;
import storagebench.server.SqlDiagnosis;

/** Finds the one line for the user in what a failed trial threw. */
final class Failure {
  private Failure() {}

  /**
   * The line. JMH wraps what a fork threw into exceptions of its own, as cause or as suppressed.
   */
  static String line(Throwable thrown) {
    Deque<Throwable> pending = new ArrayDeque<>();
    Set<Throwable> seen = new HashSet<>();
    Throwable deepest = thrown;
    pending.add(thrown);
    while (!pending.isEmpty()) {
      Throwable one = pending.poll();
      if (one == null || !seen.add(one)) {
        continue;
      }
      if (one instanceof UserError) {
        return one.getMessage();
      }
      if (one instanceof ProfilerException) {
        return one.getMessage();
      }
      if (one instanceof SQLException sql) {
        return SqlDiagnosis.explain("insert and commit a batch", sql).getMessage();
      }
      deepest = one;
      pending.addAll(List.of(one.getSuppressed()));
      if (one.getCause() != null) {
        pending.add(one.getCause());
      }
    }
    return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
  }
}
