package storagebench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import storagebench.run.folder.ResumeCheck;
import storagebench.run.folder.RunPlan;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.RunOptions;

/**
 * What a run was asked for, whether it is new or goes on.
 *
 * @param arguments what is measured
 * @param plan what is kept to go on by, and of a run that goes on was
 * @param resumed the folder to go on in; empty for a new run
 * @param command what was asked for as words, to be kept
 */
public record RunRequest(
    BenchmarkArguments arguments, RunPlan plan, Optional<Path> resumed, List<String> command) {
  public RunRequest {
    command = List.copyOf(command);
  }

  /**
   * A run of JMH's command line.
   *
   * @param arguments what was asked for
   * @param command the same as words
   * @throws storagebench.UserError if a run is to be resumed that cannot be
   */
  public static RunRequest of(BenchmarkArguments arguments, List<String> command) {
    RunOptions options = arguments.options();
    if (options.resume() == null) {
      RunPlan plan = RunPlan.of(arguments, RunPlan.seed(options.seed()));
      return new RunRequest(arguments, plan, Optional.empty(), command);
    }
    // Everything that decides what is measured comes from the folder.
    Path folder = options.resume();
    RunPlan begun = RunPlan.in(folder, "");
    new ResumeCheck(folder).plan(begun, arguments.words(), options);
    return new RunRequest(
        arguments.with(begun.arguments()), begun.extendedBy(options), Optional.of(folder), command);
  }
}
