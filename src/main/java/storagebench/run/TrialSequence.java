package storagebench.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;
import storagebench.Count;
import storagebench.UserError;
import storagebench.results.ProfileFolder;
import storagebench.run.folder.FailedTrial;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.folder.KeptRun;
import storagebench.run.folder.RunLog;
import storagebench.run.plan.Budget;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.run.plan.Time;
import storagebench.run.progress.Progress;
import storagebench.run.progress.RunStatus;

/**
 * Runs trials one after the other, except those that are finished already. When a trial fails, the
 * failure is reported and the cell is not tried again. The other cells go on, unless the server is
 * lost.
 */
final class TrialSequence {
  private final KeptRun kept;
  private final RunKind kind;
  private final List<ServerCheck> checks;
  private final Progress progress;
  private final TrialLines words;
  private final RunLog log;
  private final Time time;

  private final PendingTrials pending = new PendingTrials();
  private final TrialTotals totals;
  private final FailedTrials failed;
  private final Set<PlannedCell> enough = new HashSet<>();
  private final Set<String> warned = new HashSet<>();
  private Budget budget;

  /**
   * @param kept the plan and the finished trials; new ones are added to it
   * @param kind how trials are measured, when to stop, and how progress is worded
   * @param checks check the servers between trials
   * @param progress shows every trial
   * @param log takes stack traces
   */
  TrialSequence(
      KeptRun kept,
      RunKind kind,
      List<ServerCheck> checks,
      Progress progress,
      RunLog log,
      Time time) {
    this.kept = kept;
    this.kind = kind;
    this.failed = new FailedTrials(kept);
    this.totals = new TrialTotals(kind.wording(), kind.earlier());
    this.words = new TrialLines(kind.wording());
    this.checks = List.copyOf(checks);
    this.progress = progress;
    this.log = log;
    this.time = time;
  }

  /**
   * Runs them.
   *
   * @return how it ended
   * @throws UserError if the target or the folder is lost
   */
  RunOutcome run(Rounds rounds) {
    kept.finished().forEach(totals::add);
    progress.begin("trials");
    budget = new Budget(kept.plan().budget(), kept.spent(), time.watch());
    plan(rounds.planned());
    runPending();
    while (pending.isEmpty() && kind.goal().wantsMoreThan(rounds.count(), failed.cells())) {
      plan(rounds.another());
      dropUncalled();
      if (!pending.isEmpty()) {
        progress.line("Not enough is known yet: round " + rounds.count() + ".");
      }
      runPending();
    }
    failed.keep();
    tellTheEnd();
    return RunOutcome.of(kept);
  }

  private void plan(List<Rounds.Trial> trials) {
    for (Rounds.Trial trial : trials) {
      if (kept.has(trial)) {
        pending.addEnded();
      } else if (!failed.cells().contains(trial.cell())) {
        pending.add(trial);
      }
    }
  }

  private void runPending() {
    for (dropEnough(); canBegin(); dropEnough()) {
      Rounds.Trial trial = pending.next();
      progress.now(kind.wording().name(trial.cell()) + ", setting up");
      progress.show(status(trial.cell(), totals.expected(pending.all())));
      run(trial, isQuiet());
    }
  }

  /** Whether every server is, where that was waited for. */
  private boolean isQuiet() {
    boolean quiet = true;
    for (ServerCheck check : checks) {
      quiet &= check.beforeTrial();
    }
    return quiet;
  }

  private boolean canBegin() {
    if (pending.isEmpty()) {
      return false;
    }
    boolean next = budget.allows(totals.expected(pending.next().cell()));
    new LeastRounds(kind.goal().leastRounds(), totals)
        .require(failed.untried(pending.all()), budget, next, kept.plan().budget());
    return next;
  }

  /** Cells that need no more trials drop out, each when its turn comes. */
  private void dropEnough() {
    while (!pending.isEmpty() && !kind.goal().callsFor(pending.next())) {
      drop(pending.next());
    }
  }

  /** The same at once, of a round before which all others have ended: the count is of the rest. */
  private void dropUncalled() {
    List.copyOf(pending.all()).stream()
        .filter(trial -> !kind.goal().callsFor(trial))
        .forEach(this::drop);
  }

  private void drop(Rounds.Trial trial) {
    pending.drop(trial.cell());
    if (enough.add(trial.cell())) {
      progress.line(words.dropped(trial));
    }
  }

  private void run(Rounds.Trial trial, boolean settled) {
    Instant started = time.now();
    Time.Watch watch = time.watch();
    TrialPace pace = new TrialPace(watch);
    int position = kept.nextPosition();
    try {
      Collection<RunResult> results =
          kind.measurement().run(trial, (batch, of) -> batchEnded(trial, pace, batch, of));
      checks.forEach(ServerCheck::afterTrial);
      FinishedTrial finished =
          new FinishedTrial(
              trial, position, started, watch.elapsed(), settled, List.copyOf(results));
      kept.add(finished);
      failed.keep();
      totals.add(finished);
      pending.ended(trial);
      RunStatus status = status(trial.cell(), totals.expected(pending.all()));
      progress.line(words.finished(finished, status));
      progress.show(status);
      kind.measurement().profiles(trial).forEach(this::warn);
    } catch (RunnerException e) {
      if (!(e.getCause() instanceof BenchmarkException)) {
        // Not this trial's fault: another JMH holds the lock, or a profiler cannot work.
        throw new UserError(Failure.line(e), e);
      }
      fail(new FailedTrial(trial, position, Failure.line(e)), e);
      checks.forEach(ServerCheck::afterFailure);
    }
  }

  /** Reports what profilers warned of, each line once a run. */
  private void warn(ProfileFolder profile) {
    for (String warning : profile.warnings()) {
      log.out().println("Warning: " + warning);
      if (warned.add(warning)) {
        progress.warning("Warning: " + warning);
      }
    }
  }

  private void fail(FailedTrial failure, RunnerException thrown) {
    Rounds.Trial trial = failure.trial();
    failed.add(failure);
    thrown.printStackTrace(new PrintWriter(log.out(), true));
    pending.ended(trial);
    pending.drop(trial.cell());
    RunStatus status = status(trial.cell(), totals.expected(pending.all()));
    progress.failure(words.failed(failure, status));
    progress.show(status);
  }

  private void tellTheEnd() {
    if (!pending.isEmpty()) {
      tell(TrialLines.spent(kept.plan(), pending.all().size(), kept.resumeCommand()));
    }
    kind.goal().statement().forEach(this::tell);
    log.note(
        time.now(),
        Count.of(kept.finished().size(), "trial")
            + " finished, "
            + Count.of(failed.cells().size(), "cell")
            + " failed");
  }

  private void tell(String line) {
    log.note(time.now(), line);
    progress.line(line);
  }

  /** Called on a thread of JMH, while the thread that runs the trials waits for this trial. */
  private void batchEnded(Rounds.Trial trial, TrialPace pace, int batch, int of) {
    pace.ended(batch, of);
    pace.whole().ifPresent(whole -> totals.running(trial.cell(), whole));
    Optional<Duration> others = totals.expected(pending.allBut(trial));
    Optional<Duration> left =
        pace.whole()
            .or(() -> totals.expected(trial.cell()))
            .flatMap(whole -> others.map(time -> time.plus(pace.leftOf(whole))));
    progress.now(words.batch(trial, batch, of));
    progress.show(status(trial.cell(), left));
  }

  private RunStatus status(PlannedCell cell, Optional<Duration> left) {
    return new RunStatus(
        pending.done(), pending.total(), left.map(budget::atMost), totals.rates(cell));
  }
}
