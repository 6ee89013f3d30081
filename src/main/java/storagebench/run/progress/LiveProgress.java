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
  public void begun(Rounds.Trial trial, RunStatus standing) {
    display.now(words.wording().name(trial.cell()) + ", setting up");
    show(standing);
  }

  @Override
  public void batch(Rounds.Trial trial, int done, int total, RunStatus standing) {
    display.now(words.batch(trial, done, total));
    show(standing);
  }

  @Override
  public void finished(FinishedTrial trial, RunStatus standing) {
    display.above(words.finished(trial, standing));
    show(standing);
  }

  @Override
  public void failed(Rounds.Trial trial, String line, RunStatus standing) {
    display.above(words.failed(trial, line, standing));
    show(standing);
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

  private void show(RunStatus standing) {
    display.soFar(standing.rates());
    display.show(standing.done(), standing.total(), standing.left());
  }
}
