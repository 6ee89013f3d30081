package storagebench.run.progress;

import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.Amounts;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

/**
 * What is said of trials, the same on a terminal and in a log.
 *
 * @param wording what a kind of run says in its own way
 */
record TrialLines(Wording wording) {
  String finished(FinishedTrial trial, RunStatus standing) {
    return numbered(trial.trial().cell(), standing)
        + "  "
        + wording.figures(trial)
        + left(standing);
  }

  String failed(Rounds.Trial trial, String line, RunStatus standing) {
    return numbered(trial.cell(), standing) + "  FAILED: " + line;
  }

  /** The batch that runs; the last one has the end of the trial in it, verification included. */
  String batch(Rounds.Trial trial, int done, int total) {
    return wording.name(trial.cell()) + ", batch " + Math.min(done + 1, total) + " of " + total;
  }

  private String numbered(PlannedCell cell, RunStatus standing) {
    return "[" + standing.done() + "/" + standing.total() + "] " + wording.name(cell);
  }

  private static String left(RunStatus standing) {
    return standing.done() == standing.total()
        ? ""
        : standing.left().map(time -> ", " + Amounts.text(time) + " left").orElse("");
  }
}
