package storagebench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.profile.ProfilerException;
import storagebench.UserError;

/**
 * Flame graphs of the server's processes that insert, on the coordinator and all segments, by Linux
 * perf, of measured batches only: {@code flame.html}, its stacks in {@code flame.collapsed}, and
 * with {@code -prof flame:against=FILE} in {@code flame-difference.html} what changed since an
 * earlier {@code flame.collapsed}; of each trial, and of all trials of a cell together. Where a
 * library was stripped of its symbols, its name stands for those of its functions.
 */
public final class FlameProfiler extends TrialProfiler {
  private static final String AGAINST = "against=";

  private final Optional<CollapsedStacks> against;
  private Map<Integer, String> processes = Map.of();
  private PerfRecord perf;
  private boolean refused;

  /** For JMH's list. */
  public FlameProfiler() {
    this(Optional.empty());
  }

  /** For a run. */
  public FlameProfiler(String options) throws ProfilerException {
    this(parse(options));
    probe(
        connection -> {
          Backends.requireLocal(connection);
          PerfRecord.require(WatchedSession.of(connection).pid());
        });
  }

  private FlameProfiler(Optional<CollapsedStacks> against) {
    super("flame", "flame graph of the server's processes by Linux perf; option against=FILE");
    this.against = against;
  }

  private static Optional<CollapsedStacks> parse(String options) throws ProfilerException {
    if (options.isBlank()) {
      return Optional.empty();
    }
    if (!options.startsWith(AGAINST)) {
      throw new ProfilerException("-prof flame: '" + options + "'; expected against=FILE");
    }
    Path file = Path.of(options.substring(AGAINST.length()));
    try {
      return Optional.of(CollapsedStacks.parse(Files.readAllLines(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw new ProfilerException(
          "-prof flame: "
              + file
              + " cannot be read as a flame.collapsed of an earlier run: "
              + e.getMessage());
    }
  }

  /** What is asked of perf. */
  private interface Asked {
    void run() throws IOException, SQLException;
  }

  @Override
  public TrialWatch another() {
    return new FlameProfiler(against);
  }

  @Override
  public void beforeBatch() throws SQLException {
    if (TrialWatches.measuring()) {
      ask(
          () -> {
            if (perf == null) {
              start();
            }
            perf.enable();
          });
    }
  }

  private void start() throws SQLException, IOException {
    Path folder =
        trial()
            .file("flame.html")
            .orElseThrow(() -> new UserError("no run keeps the files of this trial"))
            .getParent();
    processes = Backends.of(name(), trial(), connection());
    perf = new PerfRecord(folder, trial().prefix(), processes.keySet());
  }

  @Override
  public void afterBatch(BatchWindow window) throws SQLException {
    if (TrialWatches.measuring()) {
      ask(() -> perf.disable());
    }
  }

  @Override
  public void closing() throws SQLException {
    if (perf != null) {
      ask(
          () -> {
            CollapsedStacks stacks =
                CollapsedStacks.ofPerfScript(
                    perf.script(), pid -> processes.getOrDefault(pid, Instances.SERVER));
            new FlameFiles(trial(), against).write(stacks);
            figures().addOfTrial("flame.samples", stacks.total(), "samples");
          });
    }
  }

  /** What fails once is not tried again. */
  private void ask(Asked asked) throws SQLException {
    if (refused) {
      return;
    }
    refused = true;
    try {
      asked.run();
      refused = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  void report(Figures into) {}
}
