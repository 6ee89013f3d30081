package storagebench.run;

import storagebench.Count;
import storagebench.run.folder.FailedTrial;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.folder.RunPlan;
import storagebench.run.plan.Amounts;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.run.progress.RunStatus;
import storagebench.run.progress.Wording;

/**
 * One line for each trial, the same on a terminal and in a log.
 *
 * @param wording what differs between a run and a duel
 */
record TrialLines(Wording wording) {
  String finished(FinishedTrial trial, RunStatus status) {
    return numbered(trial.trial().cell(), status) + "  " + wording.figures(trial) + left(status);
  }

  String failed(FailedTrial failure, RunStatus status) {
    return numbered(failure.trial().cell(), status) + "  FAILED: " + failure.reason();
  }

  /** A cell that has no trial in this round, nor in any later one. */
  String dropped(Rounds.Trial trial) {
    return wording.name(trial.cell())
        + (trial.round() == 0
            ? ": no trial, its round is over"
            : ": no more trials after " + Count.of(trial.round(), "round"));
  }

  /** The budget ended the run. */
  static String spent(RunPlan plan, int left, String resumeCommand) {
    return "The budget of "
        + Amounts.text(plan.budget().orElseThrow())
        + " is spent, "
        + Count.of(left, "trial")
        + " not measured. With a longer one go on with: "
        + resumeCommand
        + " --budget TIME";
  }

  /** The batch that runs; the last one has the end of the trial in it, verification included. */
  String batch(Rounds.Trial trial, int done, int total) {
    return wording.name(trial.cell()) + ", batch " + Math.min(done + 1, total) + " of " + total;
  }

  private String numbered(PlannedCell cell, RunStatus status) {
    return "[" + status.done() + "/" + status.total() + "] " + wording.name(cell);
  }

  private static String left(RunStatus status) {
    return status.done() == status.total()
        ? ""
        : status.left().map(time -> ", " + Amounts.text(time) + " left").orElse("");
  }
}
