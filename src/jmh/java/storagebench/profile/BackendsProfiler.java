package storagebench.profile;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.ProfilerException;
import storagebench.UserError;
import storagebench.results.ProfilerMetric;

/**
 * What the operating system says of the server's processes that inserted, where they share this
 * machine: CPU time for each row, context switches, bytes read and written, peak memory. Read right
 * before and right after the clock.
 */
public final class BackendsProfiler extends TrialProfiler {
  private static final String MICROS_PER_ROW = "us/row";
  private static final String SWITCHES = "switches/batch";
  private static final String BYTES_PER_ROW = "B/row";

  private final Map<String, ProcessUse> used = new TreeMap<>();
  private Map<Integer, ProcessUse> before = Map.of();
  private Map<Integer, String> backends = Map.of();
  private long rows;
  private int batches;

  /** For JMH's list. */
  public BackendsProfiler() {
    super("backends", "CPU, context switches, I/O and peak memory of the server's processes");
  }

  /** For a run. */
  public BackendsProfiler(String options) throws ProfilerException {
    this();
    noOptions(options);
    probe(
        connection -> {
          Backends.requireLocal(connection);
          requireReadable(WatchedSession.of(connection).pid());
        });
  }

  /** Others may see that a process is there, but not what it reads and writes. */
  private static void requireReadable(int pid) {
    try {
      ProcessUse.of(pid);
    } catch (UncheckedIOException e) {
      throw new UserError(
          "this user may not read what the server's processes use ("
              + e.getCause().getMessage()
              + "); run as root or as the server's user",
          e);
    }
  }

  @Override
  public TrialWatch another() {
    return new BackendsProfiler();
  }

  @Override
  public void beforeBatch() throws SQLException {
    before = Map.of();
    backends = Backends.of(name(), trial(), connection());
    Map<Integer, ProcessUse> now = new TreeMap<>();
    backends.keySet().forEach(pid -> now.put(pid, ProcessUse.of(pid)));
    before = now;
  }

  /** Before the first batch, a cluster's session has no processes on the segments. */
  @Override
  public void afterBatch(BatchWindow window) throws SQLException {
    boolean complete =
        !before.isEmpty()
            && before.keySet().equals(Backends.of(name(), trial(), connection()).keySet());
    if (!complete) {
      return;
    }
    before.forEach(
        (pid, then) ->
            used.merge(backends.get(pid), ProcessUse.of(pid).minus(then), ProcessUse::plus));
    rows += window.rows();
    batches++;
  }

  @Override
  void report(Figures into) {
    if (rows > 0) {
      ProcessUse all = used.values().stream().reduce(ProcessUse::plus).orElseThrow();
      into.add(ProfilerMetric.BACKENDS_CPU, all.cpuNanos() / 1e3 / rows, MICROS_PER_ROW);
      into.add("backends.cpu_user", all.userSeconds() * 1e6 / rows, MICROS_PER_ROW);
      into.add("backends.cpu_system", all.systemSeconds() * 1e6 / rows, MICROS_PER_ROW);
      into.add("backends.switches_voluntary", all.voluntary() / batches, SWITCHES);
      into.add("backends.switches_involuntary", all.involuntary() / batches, SWITCHES);
      into.add("backends.read", all.readBytes() / rows, BYTES_PER_ROW);
      into.add("backends.written", all.writtenBytes() / rows, BYTES_PER_ROW);
      into.add("backends.memory_peak", all.peakBytes(), "B");
      used.forEach(
          (instance, use) ->
              into.add(
                  "backends." + instance + ".cpu", use.cpuNanos() / 1e3 / rows, MICROS_PER_ROW));
    }
    used.clear();
    rows = 0;
    batches = 0;
  }
}
