package storagebench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import storagebench.duel.DuelArguments;
import storagebench.duel.DuelResults;
import storagebench.run.folder.ResultFiles;
import storagebench.run.folder.RunPlan;
import storagebench.run.folder.RunResults;
import storagebench.run.folder.UnmergedRuns;

/** The runs that a command reads, with all of their finished trials. */
final class WholeRuns {
  private WholeRuns() {}

  /**
   * What to read instead of paths.
   *
   * @param paths files and folders, as given
   * @param err takes notices
   */
  static List<Path> in(List<Path> paths, PrintWriter err) {
    UnmergedRuns runs = new UnmergedRuns(WholeRuns::results, err::println);
    return paths.stream().map(runs::merged).toList();
  }

  private static RunResults results(RunPlan plan, Path folder) {
    return plan.commandName().equals(DuelArguments.COMMAND)
        ? new DuelResults(plan, folder)
        : new ResultFiles(folder, plan.cells());
  }
}
