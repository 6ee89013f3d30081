package storagebench.profile;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import storagebench.UserError;

/** The server's processes that insert, where they run on this machine. */
final class Backends {
  private static final String POSTGRES = "postgres";

  private Backends() {}

  /**
   * Makes sure that the server shares this machine.
   *
   * @throws UserError if it does not
   */
  static void requireLocal(Connection connection) throws SQLException {
    int pid = WatchedSession.of(connection).pid();
    if (!isHere(pid)) {
      throw new UserError(
          "the server does not run on this machine, or its processes are hidden from this user;"
              + " run the suite on the server's machine, as a user that may see them");
    }
  }

  /** Process to instance; those on other machines are left out, with a warning. */
  static Map<Integer, String> of(String profiler, WatchedTrial trial, Connection connection)
      throws SQLException {
    Instances instances = new Instances(connection);
    Map<Integer, String> backends = new TreeMap<>();
    trial.sessions().forEach(session -> backends.put(session.pid(), instances.here()));
    if (instances.cluster()) {
      instances.askSegments(
          "backends_segments",
          trial.sessionVariables(),
          (segment, row) -> {
            for (int pid : pids(row.getString("pids"))) {
              backends.put(pid, segment);
            }
          });
    }
    Map<Integer, String> here = new TreeMap<>(backends);
    here.keySet().removeIf(pid -> !isHere(pid));
    if (here.size() < backends.size()) {
      backends.keySet().removeAll(here.keySet());
      ProfilerWarnings.tell(
          profiler + ": " + backends.values() + " do not run on this machine; they are left out");
    }
    return here;
  }

  /** Processes as the server lists them; null stands for none. */
  static int[] pids(String list) {
    return list == null
        ? new int[0]
        : Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  /** Whether a process of the server's is one of this machine. */
  static boolean isHere(int pid) {
    try {
      return ProcessUse.title(pid).contains(POSTGRES);
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
