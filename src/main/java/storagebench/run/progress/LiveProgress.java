package storagebench.run.progress;

import storagebench.Console;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.Rounds;

/**
 * A display on a terminal: trials with the time left, the current cell and its batches, and rows a
 * second so far of everyone that is compared with it.
 */
final class LiveProgress implements Progress {
  private final LiveDisplay display;
  private final TrialLines words;

  LiveProgress(Console console, Wording wording) {
    this.words = new TrialLines(wording);
    this.display = new LiveDisplay(console.out(), Console.columns(), "trials");
  }

  @Override
  public void begun(Rounds.Trial trial, RunStatus status) {
    display.now(words.wording().name(trial.cell()) + ", setting up");
    show(status);
  }

  @Override
  public void batch(Rounds.Trial trial, int done, int total, RunStatus status) {
    display.now(words.batch(trial, done, total));
    show(status);
  }

  @Override
  public void finished(FinishedTrial trial, RunStatus status) {
    display.above(words.finished(trial, status));
    show(status);
  }

  @Override
  public void failed(Rounds.Trial trial, String line, RunStatus status) {
    display.above(words.failed(trial, line, status));
    show(status);
  }

  @Override
  public void line(String text) {
    display.above(text);
  }

  @Override
  public void warning(String text) {
    display.above(text);
  }

  @Override
  public void close() {
    display.close();
  }

  private void show(RunStatus status) {
    display.soFar(status.rates());
    display.show(status.done(), status.total(), status.left());
  }
}
