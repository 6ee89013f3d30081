package storagebench.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.format.ResultFormatType;
import storagebench.results.RunFolder;
import storagebench.results.TrialLog;
import storagebench.results.WholeFile;

/**
 * A run and its folder: the plan and what is finished of it. A finished trial is in the folder, to
 * the disk, before {@link #add} returns.
 */
final class KeptRun implements AutoCloseable {
  private final NewFolder folder;
  private final RunPlan plan;
  private final FolderLock lock;
  private final TrialStore store;
  private final Map<Rounds.Trial.Key, FinishedTrial> finished = new HashMap<>();
  private int lastPosition;

  private KeptRun(NewFolder folder, RunPlan plan, FolderLock lock) {
    this.folder = folder;
    this.plan = plan;
    this.lock = lock;
    this.store = new TrialStore(folder.path());
  }

  /** A new run in a new folder. */
  static KeptRun begin(NewFolder folder, RunPlan plan) {
    plan.write(folder.path());
    return new KeptRun(folder, plan, FolderLock.of(folder.path()));
  }

  /**
   * A run that goes on.
   *
   * @param console is told of damaged files
   */
  static KeptRun resume(NewFolder folder, RunPlan plan, Console console) {
    KeptRun run = new KeptRun(folder, plan, FolderLock.of(folder.path()));
    folder.removeUnfinishedFiles();
    for (FinishedTrial trial : run.store.read(console::notice)) {
      run.finished.put(trial.trial(), trial);
    }
    run.lastPosition = run.store.lastPosition();
    if (!run.finished.isEmpty()) {
      run.writeResults();
    }
    return run;
  }

  NewFolder folder() {
    return folder;
  }

  RunPlan plan() {
    return plan;
  }

  /** The position of a trial that begins now. */
  int nextPosition() {
    return ++lastPosition;
  }

  boolean has(Rounds.Trial trial) {
    return finished.containsKey(trial.key());
  }

  /** Keeps a trial. */
  void add(FinishedTrial trial) {
    store.keep(trial);
    finished.put(trial.trial(), trial);
    writeResults();
  }

  /** All finished trials, by position. */
  List<FinishedTrial> finished() {
    return finished.values().stream()
        .sorted(Comparator.comparingInt(FinishedTrial::position))
        .toList();
  }

  /** What the finished trials took together. */
  Duration spent() {
    return finished.values().stream()
        .map(FinishedTrial::took)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Whether a trial of a later round than the first so many is finished. */
  boolean reachesBeyond(int rounds) {
    return finished.keySet().stream().anyMatch(trial -> trial.round() >= rounds);
  }

  /** How precisely every cell that has a finished trial is known. */
  List<Precision> precision() {
    return finished.isEmpty() ? List.of() : Precision.in(resultFile());
  }

  /** The results of all finished trials in one of JMH's formats; empty if there are none. */
  Optional<byte[]> results(ResultFormatType format) {
    MergedResults merged = new MergedResults(plan.cells());
    byCell().values().forEach(forks -> forks.forEach(trial -> add(trial, merged)));
    return merged.isEmpty() ? Optional.empty() : Optional.of(merged.format(format));
  }

  /** Where JMH's results are. */
  Path resultFile() {
    return folder.file(RunFolder.RESULTS);
  }

  private static void add(FinishedTrial trial, MergedResults merged) {
    trial.results().forEach(result -> merged.add(trial.trial().cell(), result));
  }

  private void writeResults() {
    results(ResultFormatType.JSON).ifPresent(json -> WholeFile.write(resultFile(), json));
    List<TrialLog.Trial> log = new ArrayList<>();
    for (List<FinishedTrial> forks : byCell().values()) {
      for (int fork = 0; fork < forks.size(); fork++) {
        log.add(forks.get(fork).logged(fork));
      }
    }
    new TrialLog(log).write(folder.path());
  }

  /** The trials of each cell by round, which is the order of the forks in JMH's results. */
  private Map<Cell, List<FinishedTrial>> byCell() {
    return finished.values().stream()
        .sorted(Comparator.comparingInt(trial -> trial.trial().round()))
        .collect(Collectors.groupingBy(trial -> trial.trial().cell()));
  }

  @Override
  public void close() {
    lock.close();
  }
}
