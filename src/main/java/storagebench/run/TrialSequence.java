package storagebench.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import storagebench.run.folder.FinishedTrial;
import storagebench.run.folder.KeptRun;
import storagebench.run.folder.RunLog;
import storagebench.run.plan.Amounts;
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
  private final List<String> failures = new ArrayList<>();
  private final Set<PlannedCell> failed = new HashSet<>();
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
    while (pending.isEmpty() && kind.goal().wantsMoreThan(rounds.count(), failed)) {
      plan(rounds.another());
      if (!pending.isEmpty()) {
        progress.line("Not enough is known yet: round " + rounds.count() + ".");
      }
      runPending();
    }
    tellTheEnd();
    return new RunOutcome(
        kept.folder().path(), kept.finished().size(), failures, failed, kept.resumeCommand());
  }

  private void plan(List<Rounds.Trial> trials) {
    for (Rounds.Trial trial : trials) {
      if (kept.has(trial)) {
        pending.addEnded();
      } else if (!failed.contains(trial.cell())) {
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
        .require(pending.all(), budget, next, kept.plan().budget());
    return next;
  }

  /** Cells that need no more trials drop out, each when its turn comes. */
  private void dropEnough() {
    while (!pending.isEmpty() && !kind.goal().callsFor(pending.next())) {
      Rounds.Trial trial = pending.next();
      pending.drop(trial.cell());
      if (enough.add(trial.cell())) {
        String name = kind.wording().name(trial.cell());
        progress.line(name + ": enough after " + Count.of(trial.round(), "round"));
      }
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
      fail(trial, e);
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

  private void fail(Rounds.Trial trial, RunnerException thrown) {
    String line = Failure.line(thrown);
    failed.add(trial.cell());
    failures.add(trial.cell() + ": " + line);
    thrown.printStackTrace(new PrintWriter(log.out(), true));
    pending.ended(trial);
    pending.drop(trial.cell());
    RunStatus status = status(trial.cell(), totals.expected(pending.all()));
    progress.failure(words.failed(trial, line, status));
    progress.show(status);
  }

  private void tellTheEnd() {
    if (!pending.isEmpty()) {
      tell(
          "The budget of "
              + Amounts.text(kept.plan().budget().orElseThrow())
              + " is spent, "
              + Count.of(pending.all().size(), "trial")
              + " not measured. With a longer one go on with: "
              + kept.resumeCommand()
              + " --budget TIME");
    }
    kind.goal().statement().forEach(this::tell);
    log.note(
        time.now(),
        Count.of(kept.finished().size(), "trial")
            + " finished, "
            + Count.of(failed.size(), "cell")
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
