package storagebench.duel;

import java.nio.file.Path;
import java.util.List;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.folder.ResultFiles;
import storagebench.run.folder.RunPlan;
import storagebench.run.folder.RunResults;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.storage.Turns;

/** The result files of both sides, each as if it alone had been measured. */
public final class DuelResults implements RunResults {
  private final List<DuelSide> sides;
  private final List<PlannedCell> cells;
  private final boolean apart;
  private final DuelFolder folder;

  /**
   * @param plan of a duel: its words begin with the two sides
   * @param folder where it is kept
   */
  public DuelResults(RunPlan plan, Path folder) {
    this(DuelArguments.sides(plan, folder), plan, DuelFolder.reopen(folder));
  }

  DuelResults(DuelArguments arguments, DuelFolder folder) {
    this(arguments.sides(), arguments.plan(), folder);
  }

  private DuelResults(List<DuelSide> sides, RunPlan plan, DuelFolder folder) {
    this.sides = sides;
    this.cells = plan.cells();
    this.apart = DuelArguments.apart(plan);
    this.folder = folder;
  }

  @Override
  public List<Path> folders() {
    return List.of(folder.side(Turns.BASELINE), folder.side(Turns.CANDIDATE));
  }

  @Override
  public void write(List<FinishedTrial> finished) {
    for (int number = 0; number < sides.size(); number++) {
      int side = number;
      new ResultFiles(
              folder.side(side),
              cells.stream().map(cell -> onSide(cell, side)).toList(),
              apart ? 1 : sides.size())
          .write(finished.stream().map(trial -> onSide(trial, side)).toList());
    }
  }

  private PlannedCell onSide(PlannedCell cell, int side) {
    return DuelArguments.onSide(cell, sides.get(side));
  }

  private FinishedTrial onSide(FinishedTrial trial, int side) {
    return new FinishedTrial(
        new Rounds.Trial(onSide(trial.trial().cell(), side), trial.trial().round()),
        trial.position(),
        trial.started(),
        trial.took(),
        trial.settled(),
        SideResults.of(trial, side));
  }
}
