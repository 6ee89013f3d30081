package storagebench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import storagebench.Console;
import storagebench.Count;
import storagebench.UserError;
import storagebench.run.folder.KeptRun;
import storagebench.run.folder.RunLog;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.run.plan.Time;
import storagebench.run.progress.Progress;
import storagebench.server.ServerWatch;

/** Runs the trials of a run, shows its progress, and watches the servers in the background. */
public final class RunSession {
  private final KeptRun kept;
  private final List<MeasuredDatabase> sites;
  private final RunLog log;
  private final Console console;
  private final boolean verbose;

  /**
   * @param kept the plan and what is finished of it
   * @param sites where trials are measured, several of which may be on one server; none if no
   *     server is needed
   * @param log takes JMH's own text, and what is noticed
   * @param verbose whether that text goes to the terminal too
   */
  public RunSession(
      KeptRun kept, List<MeasuredDatabase> sites, RunLog log, Console console, boolean verbose) {
    this.kept = kept;
    this.sites = List.copyOf(sites);
    this.log = log;
    this.console = console;
    this.verbose = verbose;
  }

  /**
   * Runs what is not finished, and writes the result files.
   *
   * @throws UserError if a server or the folder is lost; it says how to go on
   */
  public RunOutcome run(RunKind kind, Rounds rounds) {
    try (Progress progress = Progress.on(console, verbose)) {
      RunOutcome outcome = run(kind, rounds, progress);
      kept.writeResults();
      return outcome;
    } catch (UserError lost) {
      throw new UserError(lost.getMessage() + ". " + howToGoOn(), lost);
    }
  }

  private RunOutcome run(RunKind kind, Rounds rounds, Progress progress) {
    Consumer<String> notes = text -> note(text, progress);
    List<ServerCheck> checks = sites.stream().map(site -> check(site, notes)).toList();
    List<ServerWatch> watches = new ArrayList<>();
    try {
      sites.stream()
          .filter(firstOnItsServer())
          .forEach(site -> watches.add(site.watch(settles(), from(site, notes))));
      return new TrialSequence(kept, kind, checks, progress, log, Time.SYSTEM).run(rounds);
    } finally {
      watches.forEach(ServerWatch::close);
    }
  }

  private boolean settles() {
    return kept.plan().settle().isPresent();
  }

  private ServerCheck check(MeasuredDatabase site, Consumer<String> notes) {
    return new ServerCheck(
        site,
        kept.plan()
            .settle()
            .filter(limit -> firstOnItsServer().test(site))
            .map(limit -> new Settling(site.connection(), limit, Time.SYSTEM, from(site, notes))),
        PlannedCell.workloads(kept.plan().cells()));
  }

  /** A server is watched and made quiet once, however many sites are on it. */
  private Predicate<MeasuredDatabase> firstOnItsServer() {
    return site -> sites.stream().filter(site::sharesServerWith).findFirst().orElseThrow() == site;
  }

  /** Where there are several servers, a note has to say which one it is about. */
  private Consumer<String> from(MeasuredDatabase site, Consumer<String> notes) {
    boolean several = sites.stream().anyMatch(other -> !other.sharesServerWith(site));
    return several ? text -> notes.accept(site.target().description() + ": " + text) : notes;
  }

  private void note(String text, Progress progress) {
    log.note(Time.SYSTEM.now(), text);
    progress.warning(text);
  }

  private String howToGoOn() {
    return Count.of(kept.finished().size(), "trial") + " kept; go on with: " + kept.resumeCommand();
  }
}
