package storagebench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import storagebench.Console;
import storagebench.run.folder.KeptRun;
import storagebench.run.folder.NewFolder;
import storagebench.run.folder.ResultFiles;
import storagebench.run.folder.RunPlan;
import storagebench.run.folder.SamePlanCheck;
import storagebench.run.folder.SameServerCheck;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Time;

/** What a command asks for: a new run, or a run to resume. */
sealed interface RunRequest {
  /** JMH's options and those of the run. */
  BenchmarkArguments arguments();

  /** What is to be measured; of a new run its cells are not known before it is opened. */
  RunPlan plan();

  /**
   * Opens the folder.
   *
   * @param cells what the target can store of the selection
   * @param site where it is measured; empty if no server is needed
   */
  KeptRun open(List<PlannedCell> cells, Optional<MeasuredDatabase> site, Console console);

  /**
   * What the command line asks for.
   *
   * @param words the command line, to be kept
   */
  static RunRequest of(BenchmarkArguments arguments, List<String> words) {
    Path folder = arguments.options().resume();
    return folder == null
        ? new New(arguments, words, RunPlan.of(arguments, seed(arguments.options().seed())))
        : Resumed.of(arguments, words, folder);
  }

  private static long seed(Long given) {
    return given == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : given;
  }

  /** A new run. */
  record New(BenchmarkArguments arguments, List<String> words, RunPlan plan) implements RunRequest {
    @Override
    public KeptRun open(List<PlannedCell> cells, Optional<MeasuredDatabase> site, Console console) {
      NewFolder folder = NewFolder.create(arguments.results(), Time.SYSTEM.wall());
      site.ifPresent(where -> where.fingerprint(words, plan.seed()).write(folder.path()));
      return KeptRun.begin(folder, plan.withCells(cells), new ResultFiles(folder.path(), cells));
    }
  }

  /** A run that goes on: everything that decides what is measured comes from its folder. */
  record Resumed(BenchmarkArguments arguments, List<String> words, Path folder, RunPlan plan)
      implements RunRequest {

    static Resumed of(BenchmarkArguments asked, List<String> words, Path folder) {
      RunPlan plan = RunPlan.in(folder, "");
      SamePlanCheck.check(plan, folder, asked.words(), asked.options());
      return new Resumed(
          asked.with(plan.arguments()), words, folder, plan.extendedBy(asked.options()));
    }

    @Override
    public KeptRun open(List<PlannedCell> cells, Optional<MeasuredDatabase> site, Console console) {
      plan.check(folder, cells);
      site.ifPresent(
          where ->
              SameServerCheck.check(
                  folder, where.fingerprint(words, plan.seed()), where.startedBySuite()));
      return KeptRun.resume(
          NewFolder.reopen(folder), plan, new ResultFiles(folder, cells), console);
    }
  }
}
