package storagebench.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;
import storagebench.UserError;
import storagebench.results.ProfileFolder;
import storagebench.run.asked.Amounts;
import storagebench.run.cell.Cell;
import storagebench.run.cell.Rounds;
import storagebench.run.kept.FinishedTrial;
import storagebench.run.kept.KeptRun;
import storagebench.run.kept.RunLog;
import storagebench.run.server.Ground;
import storagebench.run.time.Budget;
import storagebench.run.time.Time;
import storagebench.run.told.Progress;
import storagebench.run.told.Standing;

/**
 * Runs trials one after the other, except those that are kept already. A failed one is told and its
 * cell not tried again; the others go on, unless the target is lost.
 */
final class TrialSequence {
  private final KeptRun kept;
  private final Manner manner;
  private final Ground ground;
  private final Progress progress;
  private final RunLog log;
  private final Time time;

  private final Deque<Rounds.Trial> pending = new ArrayDeque<>();
  private final Tally tally;
  private final List<String> failures = new ArrayList<>();
  private final Set<Cell> failed = new HashSet<>();
  private final Set<String> warned = new HashSet<>();
  private int total;
  private int done;

  /**
   * @param kept the plan and what is finished of it; takes what will be
   * @param manner how trials are run, when they are enough and what is told of them
   * @param ground what happens between trials
   * @param progress is told of every trial
   * @param log takes stack traces
   */
  TrialSequence(
      KeptRun kept, Manner manner, Ground ground, Progress progress, RunLog log, Time time) {
    this.kept = kept;
    this.manner = manner;
    this.tally = new Tally(manner.wording());
    this.ground = ground;
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
    kept.finished().forEach(tally::add);
    Budget budget = new Budget(kept.plan().budget(), kept.spent(), time.watch());
    plan(rounds.planned());
    runPending(budget);
    while (pending.isEmpty() && manner.goal().wantsMoreThan(rounds.count(), failed)) {
      plan(rounds.another());
      runPending(budget);
    }
    tellTheEnd();
    return new RunOutcome(
        kept.folder().path(), kept.finished().size(), failures, kept.resumeCommand());
  }

  private void plan(List<Rounds.Trial> trials) {
    for (Rounds.Trial trial : trials) {
      if (kept.has(trial)) {
        total++;
        done++;
      } else if (!failed.contains(trial.cell())) {
        total++;
        pending.add(trial);
      }
    }
  }

  private void runPending(Budget budget) {
    for (dropEnough(); canBegin(budget); dropEnough()) {
      Rounds.Trial trial = pending.peek();
      progress.begun(trial, standing());
      run(trial, ground.beforeTrial());
    }
  }

  private boolean canBegin(Budget budget) {
    return !pending.isEmpty() && budget.allows(tally.expected(pending.peek().cell()));
  }

  /** Cells that need no more trials drop out, each when its turn comes. */
  private void dropEnough() {
    while (!pending.isEmpty() && !manner.goal().callsFor(pending.peek())) {
      Rounds.Trial trial = pending.peek();
      drop(trial.cell());
      String name = manner.wording().name(trial.cell());
      progress.line(name + ": " + trial.round() + " rounds are enough");
    }
  }

  /** No more trials of that cell. */
  private void drop(Cell cell) {
    int before = pending.size();
    pending.removeIf(later -> later.cell().equals(cell));
    total -= before - pending.size();
  }

  private void run(Rounds.Trial trial, boolean settled) {
    Instant started = time.now();
    Time.Watch watch = time.watch();
    int position = kept.nextPosition();
    try {
      Collection<RunResult> results = manner.measurement().run(trial);
      FinishedTrial finished =
          new FinishedTrial(
              trial.key(), position, started, watch.elapsed(), settled, List.copyOf(results));
      kept.add(finished);
      tally.add(finished);
      ended(trial);
      progress.finished(finished, standing());
      manner.measurement().profile(trial).ifPresent(this::warn);
    } catch (RunnerException e) {
      if (!(e.getCause() instanceof BenchmarkException)) {
        // Not this trial's fault: another JMH holds the lock, or a profiler cannot work.
        throw new UserError(Failure.line(e), e);
      }
      fail(trial, e);
      ground.afterFailure();
    }
  }

  /** Says what profilers warned of, each line once a run. */
  private void warn(ProfileFolder profile) {
    for (String warning : profile.warnings()) {
      log.out().println("Warning: " + warning);
      if (warned.add(warning)) {
        progress.warning("Warning: " + warning);
      }
    }
  }

  private void ended(Rounds.Trial trial) {
    pending.remove(trial);
    done++;
  }

  private void fail(Rounds.Trial trial, RunnerException thrown) {
    String line = Failure.line(thrown);
    failed.add(trial.cell());
    failures.add(trial.cell() + ": " + line);
    thrown.printStackTrace(new PrintWriter(log.out(), true));
    ended(trial);
    drop(trial.cell());
    progress.failed(trial, line, standing());
  }

  private void tellTheEnd() {
    if (!pending.isEmpty()) {
      Duration budget = kept.plan().budget().orElseThrow();
      progress.line(
          "The budget of "
              + Amounts.text(budget)
              + " is spent, "
              + pending.size()
              + " trials are not measured.");
    }
    manner.goal().statement().forEach(progress::line);
  }

  private Standing standing() {
    return new Standing(done, total, tally.expected(pending), tally.rates());
  }
}
