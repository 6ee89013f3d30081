package storagebench.run.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import storagebench.Console;
import storagebench.run.plan.Rounds;

/**
 * A run and its folder: the plan, the finished trials and those that failed. When {@link #add}
 * returns, the trial is on the disk. The result files, which hold all trials, are written when they
 * are needed and at the end; those of a run that is killed before are written when it is resumed or
 * read.
 */
public final class KeptRun implements AutoCloseable {
  private final NewFolder folder;
  private final RunPlan plan;
  private final RunLock lock;
  private final RunResults results;
  private final TrialStore store;
  private final Map<Rounds.Trial, FinishedTrial> finished = new HashMap<>();
  private final Map<Rounds.Trial, FailedTrial> failed = new HashMap<>();
  private int lastPosition;
  private boolean resultsWritten = true;

  private KeptRun(NewFolder folder, RunPlan plan, RunResults results) {
    this.folder = folder;
    this.plan = plan;
    this.results = results;
    this.lock = RunLock.ofFolder(folder.path(), RunPlan.FILE);
    this.store = new TrialStore(folder.path());
  }

  /**
   * A new run in a new folder.
   *
   * @param results the result files
   */
  public static KeptRun begin(NewFolder folder, RunPlan plan, RunResults results) {
    plan.write(folder.path());
    return new KeptRun(folder, plan, results);
  }

  /**
   * A run that is resumed.
   *
   * @param results as of a new run
   * @param console shows damaged files
   */
  public static KeptRun resume(
      NewFolder folder, RunPlan plan, RunResults results, Console console) {
    KeptRun run = new KeptRun(folder, plan, results);
    folder.removeUnfinishedFiles();
    for (FinishedTrial trial : run.store.read(file -> setAside(file, console))) {
      run.finished.put(trial.trial(), trial);
    }
    for (FailedTrial trial : run.store.failed(file -> setAside(file, console))) {
      run.failed.put(trial.trial(), trial);
    }
    run.failed.keySet().removeAll(run.finished.keySet());
    run.lastPosition = run.store.lastPosition();
    run.resultsWritten = false;
    run.writeResults();
    return run;
  }

  private static void setAside(Path damaged, Console console) {
    console.notice(
        TrialStore.setAside(damaged) + ": was damaged, set aside; its trial is not finished");
  }

  /** Where it is kept. */
  public NewFolder folder() {
    return folder;
  }

  /** What is to be measured. */
  public RunPlan plan() {
    return plan;
  }

  /** The position of a trial that begins now. */
  public int nextPosition() {
    return ++lastPosition;
  }

  /** Whether a trial is finished. */
  public boolean has(Rounds.Trial trial) {
    return finished.containsKey(trial);
  }

  /**
   * Keeps a trial.
   *
   * @throws storagebench.UserError if it cannot be written, such as on a full disk
   */
  public void add(FinishedTrial trial) {
    store.keep(trial);
    finished.put(trial.trial(), trial);
    failed.remove(trial.trial());
    resultsWritten = false;
  }

  /**
   * Keeps that a trial failed.
   *
   * @throws storagebench.UserError if it cannot be written
   */
  public void add(FailedTrial trial) {
    store.keep(trial);
    failed.put(trial.trial(), trial);
  }

  /**
   * Writes the result files, unless they hold all finished trials already.
   *
   * @throws storagebench.UserError if one cannot be written
   */
  public void writeResults() {
    if (!resultsWritten) {
      results.write(finished());
      resultsWritten = true;
    }
  }

  /** All finished trials, by position. */
  public List<FinishedTrial> finished() {
    return finished.values().stream()
        .sorted(Comparator.comparingInt(FinishedTrial::position))
        .toList();
  }

  /** All trials that failed and were not finished since, by position. */
  public List<FailedTrial> failed() {
    return failed.values().stream().sorted(Comparator.comparingInt(FailedTrial::position)).toList();
  }

  /** What the finished trials took together. */
  public Duration spent() {
    return finished.values().stream()
        .map(FinishedTrial::took)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Whether a trial of a later round than the first so many is finished. */
  public boolean reachesBeyond(int rounds) {
    return finished.keySet().stream().anyMatch(trial -> trial.round() >= rounds);
  }

  /** The command that resumes it. */
  public String resumeCommand() {
    return ResumeCommand.of(plan.commandName(), folder.path());
  }

  /** Writes the result files and lets others go on with the run; a second time does nothing. */
  @Override
  public void close() {
    try (lock) {
      writeResults();
    }
  }
}
