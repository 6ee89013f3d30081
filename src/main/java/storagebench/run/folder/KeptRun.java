package storagebench.run.folder;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import storagebench.Console;
import storagebench.run.plan.Rounds;

/**
 * A run and its folder: the plan and the finished trials. When {@link #add} returns, the trial is
 * on the disk.
 */
public final class KeptRun implements AutoCloseable {
  private final NewFolder folder;
  private final RunPlan plan;
  private final RunLock lock;
  private final Consumer<List<FinishedTrial>> results;
  private final TrialStore store;
  private final Map<Rounds.Trial.Key, FinishedTrial> finished = new HashMap<>();
  private int lastPosition;

  private KeptRun(NewFolder folder, RunPlan plan, Consumer<List<FinishedTrial>> results) {
    this.folder = folder;
    this.plan = plan;
    this.results = results;
    this.lock = RunLock.ofFolder(folder.path());
    this.store = new TrialStore(folder.path());
  }

  /**
   * A new run in a new folder.
   *
   * @param results writes the result files of all finished trials, after each trial
   */
  public static KeptRun begin(
      NewFolder folder, RunPlan plan, Consumer<List<FinishedTrial>> results) {
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
      NewFolder folder, RunPlan plan, Consumer<List<FinishedTrial>> results, Console console) {
    KeptRun run = new KeptRun(folder, plan, results);
    folder.removeUnfinishedFiles();
    for (FinishedTrial trial : run.store.read(console::notice)) {
      run.finished.put(trial.trial(), trial);
    }
    run.lastPosition = run.store.lastPosition();
    if (!run.finished.isEmpty()) {
      results.accept(run.finished());
    }
    return run;
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
    return finished.containsKey(trial.key());
  }

  /**
   * Keeps a trial.
   *
   * @throws storagebench.UserError if it cannot be written, such as on a full disk
   */
  public void add(FinishedTrial trial) {
    store.keep(trial);
    finished.put(trial.trial(), trial);
    results.accept(finished());
  }

  /** All finished trials, by position. */
  public List<FinishedTrial> finished() {
    return finished.values().stream()
        .sorted(Comparator.comparingInt(FinishedTrial::position))
        .toList();
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

  @Override
  public void close() {
    lock.close();
  }
}
