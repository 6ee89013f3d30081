package storagebench.run.progress;

import storagebench.Console;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.Rounds;

/** Shows how a run goes on. */
public interface Progress extends AutoCloseable {
  /**
   * On a terminal a live display, unless it has to be left to others; elsewhere a line a trial.
   *
   * @param shared whether others write to the terminal meanwhile
   * @param wording what the kind of run says in its own way
   */
  static Progress on(Console console, boolean shared, Wording wording) {
    boolean live = console.terminal() && !console.quiet() && !shared;
    return live ? new LiveProgress(console, wording) : new PlainProgress(console, wording);
  }

  /** A trial begins. */
  void begun(Rounds.Trial trial, RunStatus status);

  /**
   * A batch of the trial that runs has ended. Comes from another thread than all else.
   *
   * @param done how many have, those that warm up included
   * @param total how many the trial will have
   */
  void batch(Rounds.Trial trial, int done, int total, RunStatus status);

  /** A trial counts. */
  void finished(FinishedTrial trial, RunStatus status);

  /** A trial failed; the line says why. */
  void failed(Rounds.Trial trial, String line, RunStatus status);

  /** Something worth knowing. */
  void line(String text);

  /** Something that may spoil the measurement. */
  void warning(String text);

  @Override
  void close();
}
