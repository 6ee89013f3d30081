package storagebench.run.progress;

import storagebench.Console;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.Rounds;

/** A line for each trial as it ends: for logs, where there is no terminal. */
final class PlainProgress implements Progress {
  private final Console console;
  private final TrialLines words;

  PlainProgress(Console console, Wording wording) {
    this.words = new TrialLines(wording);
    this.console = console;
  }

  @Override
  public void begun(Rounds.Trial trial, RunStatus status) {}

  @Override
  public void batch(Rounds.Trial trial, int done, int total, RunStatus status) {}

  @Override
  public void finished(FinishedTrial trial, RunStatus status) {
    console.line(words.finished(trial, status));
  }

  @Override
  public void failed(Rounds.Trial trial, String line, RunStatus status) {
    console.error(words.failed(trial, line, status));
  }

  @Override
  public void line(String text) {
    console.line(text);
  }

  @Override
  public void warning(String text) {
    console.notice(text);
  }

  @Override
  public void close() {}
}
