package storagebench.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import storagebench.server.Target;
import storagebench.storage.BenchTable;
import storagebench.storage.Turns;
import storagebench.storage.Variant;

/**
 * What profilers may know of a trial. Sessions join it one after the other, before their first
 * batch.
 *
 * @param prefix what the names of its files begin with, such as {@code baseline-} in a duel
 * @param target the server, for connections of the profilers' own
 * @param table the table under test
 * @param variant its storage format
 * @param sessions those whose batches are measured
 */
public record WatchedTrial(
    String prefix,
    Target target,
    BenchTable table,
    Variant variant,
    List<WatchedSession> sessions) {

  /** A trial that no session has joined yet. */
  public WatchedTrial(String prefix, Target target, BenchTable table, Variant variant) {
    this(prefix, target, table, variant, new CopyOnWriteArrayList<>());
  }

  /** What the names of a side's files begin with in a duel. */
  public static String prefix(int side) {
    return Turns.role(side) + "-";
  }

  /** A file of that name in the folder of the trial; empty where no run keeps one. */
  Optional<Path> file(String name) {
    return TrialFiles.file(prefix + name);
  }

  /** The sessions as variables of the files in {@code sql/profile/}. */
  Map<String, String> sessionVariables() {
    return Map.of(
        "pids",
        array(sessions.stream().map(WatchedSession::pid).toList()),
        "sessions",
        array(sessions.stream().flatMap(s -> s.clusterSession().stream()).toList()));
  }

  /** As the server writes an array. */
  static String array(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
