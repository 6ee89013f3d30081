package storagebench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import storagebench.UserError;
import storagebench.results.RunFolder;
import storagebench.results.WholeFile;

/** What a command asks for: a new run, or to go on with one. */
sealed interface Undertaking {
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
  KeptRun open(List<Cell> cells, Optional<Site> site, Console console);

  /**
   * What the command line asks for.
   *
   * @param words the command line, to be kept
   */
  static Undertaking of(BenchmarkArguments arguments, List<String> words) {
    Path folder = arguments.options().resume();
    return folder == null
        ? new New(arguments, words, RunPlan.of(arguments, seed(arguments.options().seed())))
        : Resumed.of(arguments, words, folder);
  }

  private static long seed(Long given) {
    return given == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : given;
  }

  /** A new run. */
  record New(BenchmarkArguments arguments, List<String> words, RunPlan plan)
      implements Undertaking {
    @Override
    public KeptRun open(List<Cell> cells, Optional<Site> site, Console console) {
      NewFolder folder = NewFolder.create(arguments.results(), Time.SYSTEM.wall());
      site.ifPresent(
          where ->
              WholeFile.write(
                  folder.file(RunFolder.FINGERPRINT), where.fingerprint(words, plan.seed())));
      return KeptRun.begin(folder, plan.withCells(cells));
    }
  }

  /** A run that goes on: everything that decides what is measured comes from its folder. */
  record Resumed(BenchmarkArguments arguments, List<String> words, Path folder, RunPlan plan)
      implements Undertaking {

    static Resumed of(BenchmarkArguments asked, List<String> words, Path folder) {
      NewFolder.reopen(folder);
      RunPlan plan = RunPlan.in(folder);
      refuseOtherThan(plan, asked, folder);
      RunPlan extended =
          asked.options().budget() == null ? plan : plan.withBudget(asked.options().budget());
      return new Resumed(asked.with(plan.arguments()), words, folder, extended);
    }

    @Override
    public KeptRun open(List<Cell> cells, Optional<Site> site, Console console) {
      if (!plan.cells().equals(cells)) {
        throw new UserError(
            folder
                + " holds a run of other cells than this version of the suite makes of its"
                + " arguments; resume it with the version that began it");
      }
      site.ifPresent(
          where ->
              SameGround.check(
                  folder, where.fingerprint(words, plan.seed()), where.startedBySuite()));
      return KeptRun.resume(NewFolder.reopen(folder), plan, console);
    }

    /** What may be given again must be what it was. A budget may be another: time is no figure. */
    private static void refuseOtherThan(RunPlan plan, BenchmarkArguments asked, Path folder) {
      RunOptions options = asked.options();
      refuse(
          folder,
          "JMH's options",
          asked.words().isEmpty() ? null : asked.words(),
          plan.arguments());
      refuse(folder, "--order", options.order(), plan.order());
      refuse(folder, "--seed", options.seed(), plan.seed());
      refuse(folder, "--until", options.until(), plan.until());
      refuse(folder, "--settle", options.settle(), plan.settle().orElse(null));
      refuse(folder, "--results", options.results(), null);
    }

    private static void refuse(Path folder, String option, Object asked, Object planned) {
      if (asked != null && !Objects.equals(asked, planned)) {
        throw new UserError(
            "--resume "
                + folder
                + " and "
                + option
                + " "
                + asked
                + " contradict each other: the run was begun with "
                + (planned == null ? "none" : planned)
                + "; leave it out");
      }
    }
  }
}
