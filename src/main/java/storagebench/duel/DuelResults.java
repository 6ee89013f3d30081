package storagebench.duel;

import java.util.List;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.folder.ResultFiles;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

/** The results of both sides, each as if it alone had been measured. */
final class DuelResults {
  private final DuelArguments arguments;
  private final DuelFolder folder;

  DuelResults(DuelArguments arguments, DuelFolder folder) {
    this.arguments = arguments;
    this.folder = folder;
  }

  /** Replaces them. */
  void write(List<FinishedTrial> finished) {
    for (int number = 0; number < arguments.sides().size(); number++) {
      int side = number;
      List<PlannedCell> cells = arguments.cells().stream().map(cell -> onSide(cell, side)).toList();
      new ResultFiles(folder.side(side), cells, arguments.sides().size())
          .write(finished.stream().map(trial -> onSide(trial, side)).toList());
    }
  }

  private PlannedCell onSide(PlannedCell cell, int side) {
    return DuelArguments.onSide(cell, arguments.sides().get(side));
  }

  private FinishedTrial onSide(FinishedTrial trial, int side) {
    return new FinishedTrial(
        new Rounds.Trial.Key(onSide(trial.trial().cell(), side), trial.trial().round()),
        trial.position(),
        trial.started(),
        trial.took(),
        trial.settled(),
        SideResults.of(trial, side));
  }
}
