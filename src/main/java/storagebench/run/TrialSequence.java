package storagebench.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;
import storagebench.UserError;
import storagebench.results.Metric;
import storagebench.results.ProfileFolder;
import storagebench.results.RunFolder;
import storagebench.results.WholeFile;

/**
 * Runs trials one after the other. Each finished trial is in the run's folder before the next
 * begins. A failed one is told and its cell not tried again; the others go on, unless the target is
 * lost.
 */
final class TrialSequence {
  private final BenchmarkArguments arguments;
  private final NewFolder folder;
  private final RunLog log;
  private final Console console;
  private final MergedResults merged;
  private final List<String> failures = new ArrayList<>();
  private final Set<Cell> failed = new HashSet<>();
  private final Set<String> warned = new HashSet<>();
  private int finished;

  TrialSequence(
      BenchmarkArguments arguments,
      List<Cell> cells,
      NewFolder folder,
      RunLog log,
      Console console) {
    this.arguments = arguments;
    this.folder = folder;
    this.log = log;
    this.console = console;
    this.merged = new MergedResults(cells);
  }

  /**
   * Runs them.
   *
   * @param afterFailure tidies up; throws {@link UserError} if the target is lost
   */
  RunOutcome run(List<Rounds.Trial> trials, String handoff, Runnable afterFailure) {
    TrialRunner runner = new TrialRunner(arguments.jmh(), handoff, folder.path(), log.out());
    int number = 0;
    for (Rounds.Trial trial : trials) {
      number++;
      if (failed.contains(trial.cell())) {
        continue;
      }
      String name = String.format(Locale.ROOT, "[%d/%d] %s", number, trials.size(), trial.cell());
      try {
        Collection<RunResult> results = runner.run(trial);
        results.forEach(result -> merged.add(trial.cell(), result));
        finished++;
        keep();
        console.line(name + "  " + summary(results));
        warn(runner.profileFolder(trial));
      } catch (RunnerException e) {
        if (!(e.getCause() instanceof BenchmarkException)) {
          // Not this trial's fault: another JMH holds the lock, or a profiler cannot work.
          throw new UserError(Failure.line(e), e);
        }
        fail(trial, name, e);
        tidy(afterFailure);
      }
    }
    writeAsAsked();
    return new RunOutcome(folder.path(), finished, failures);
  }

  /** Says what profilers warned of, each line once a run. */
  private void warn(ProfileFolder profile) {
    for (String warning : profile.warnings()) {
      log.out().println("Warning: " + warning);
      if (warned.add(warning)) {
        console.notice("Warning: " + warning);
      }
    }
  }

  private void keep() {
    WholeFile.write(folder.file(RunFolder.RESULTS), merged.format(ResultFormatType.JSON));
  }

  private void writeAsAsked() {
    if (!merged.isEmpty()) {
      arguments
          .resultFile()
          .ifPresent(file -> WholeFile.write(file, merged.format(arguments.resultFormat())));
    }
  }

  private void fail(Rounds.Trial trial, String name, RunnerException thrown) {
    String line = Failure.line(thrown);
    failed.add(trial.cell());
    failures.add(trial.cell() + ": " + line);
    thrown.printStackTrace(log.out());
    console.notice(name + "  FAILED: " + line);
  }

  private void tidy(Runnable afterFailure) {
    try {
      afterFailure.run();
    } catch (UserError lost) {
      throw new UserError(
          "the run ends, "
              + finished
              + " trials are kept in "
              + folder.path()
              + ": "
              + lost.getMessage(),
          lost);
    }
  }

  private static String summary(Collection<RunResult> results) {
    List<String> parts = new ArrayList<>();
    for (RunResult result : results) {
      Result<?> rows = result.getSecondaryResults().get(Metric.ROWS_INSERTED.label());
      Result<?> wall = result.getSecondaryResults().get(Metric.TIME_WALL.label());
      parts.add(
          rows == null || wall == null
              ? String.format(
                  Locale.ROOT,
                  "%,.3f %s",
                  result.getPrimaryResult().getScore(),
                  result.getPrimaryResult().getScoreUnit())
              : String.format(
                  Locale.ROOT,
                  "%,.0f rows/s",
                  rows.getStatistics().getSum() * 1000 / wall.getStatistics().getSum()));
    }
    return String.join(", ", parts);
  }
}
