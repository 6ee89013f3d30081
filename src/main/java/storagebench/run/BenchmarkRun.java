package storagebench.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import storagebench.UserError;
import storagebench.results.WholeFile;
import storagebench.target.SqlDiagnosis;
import storagebench.target.Target;
import storagebench.target.TargetFinder;

/**
 * A run of benchmarks: finds the target, makes sure that it can be measured, runs the trials and
 * keeps what they measured in a folder of its own.
 */
public final class BenchmarkRun {
  private final Undertaking undertaking;
  private final BenchmarkArguments arguments;
  private final Console console;

  /**
   * @param arguments what was asked for
   * @param command the same as words, to be kept
   * @param console where to say what happens
   * @throws UserError if a run is to be resumed that cannot be
   */
  public BenchmarkRun(BenchmarkArguments arguments, List<String> command, Console console) {
    this.undertaking = Undertaking.of(arguments, command);
    this.arguments = undertaking.arguments();
    this.console = console;
  }

  /** Prints the cells, the time and the precision to expect, and runs nothing. */
  public void plan() {
    Selection selection = Selection.of(arguments);
    new Preview(selection, undertaking.plan(), new Forecast(arguments.results())).print(console);
  }

  /**
   * Runs to the end.
   *
   * @param environment variables of the process
   * @throws UserError if nothing can be measured, or the target is lost on the way
   */
  public RunOutcome run(Map<String, String> environment) {
    Selection selection = Selection.of(arguments);
    if (!selection.needsTarget()) {
      try (Interruption interruption = Interruption.await(console, () -> {})) {
        return trials(selection, Optional.empty(), interruption);
      }
    }
    try (Target target = new TargetFinder(environment, console::notice).find();
        Interruption interruption = Interruption.await(console, target::close);
        Connection connection = target.connect()) {
      Site site = Site.of(target, connection);
      Selection storable = selection.storable(site.server(), console::notice);
      if (storable.cells().isEmpty()) {
        throw new UserError("no variant can be stored here; 'target' shows why");
      }
      site.take();
      Preflight.warnings(site.server()).forEach(w -> console.notice("Warning: " + w));
      console.line("Target: " + target.description() + ", " + site.server().product());
      return trials(storable, Optional.of(site), interruption);
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("end the run's session", e);
    }
  }

  private RunOutcome trials(Selection selection, Optional<Site> site, Interruption interruption) {
    try (KeptRun kept = undertaking.open(selection.cells(), site, console);
        RunLog log = RunLog.open(kept.folder(), arguments)) {
      interruption.keptIn(kept.folder().path());
      announce(selection, kept);
      try {
        return trials(selection, site, kept, log);
      } catch (UserError lost) {
        throw new UserError(lost.getMessage() + ". " + howToGoOn(kept), lost);
      } finally {
        writeAsAsked(kept);
      }
    }
  }

  private RunOutcome trials(Selection selection, Optional<Site> site, KeptRun kept, RunLog log) {
    try (Progress progress = progress()) {
      Consumer<String> notes = text -> note(text, progress, log);
      Ground ground =
          site.map(where -> where.ground(kept.plan(), Time.SYSTEM, notes)).orElse(Ground.NONE);
      String handoff = site.map(where -> where.target().handoff()).orElse("");
      TrialRunner runner =
          new TrialRunner(arguments.jmh(), handoff, log.out())
              .keepingProfilesIn(kept.folder().path());
      TrialSequence sequence = new TrialSequence(kept, runner, ground, progress, log, Time.SYSTEM);
      if (site.isEmpty()) {
        return sequence.run(rounds(selection));
      }
      ServerWatch watch = site.get().watch(kept.plan(), event -> notes.accept("server: " + event));
      try {
        return sequence.run(rounds(selection));
      } finally {
        watch.close();
      }
    }
  }

  private static void note(String text, Progress progress, RunLog log) {
    log.note(Time.SYSTEM.now(), text);
    progress.warning(text);
  }

  /** On a terminal a live display, unless JMH's own text goes there too. */
  private Progress progress() {
    boolean live = console.terminal() && !console.quiet() && !arguments.verbose();
    return live ? new LiveProgress(console.out()) : new PlainProgress(console);
  }

  private Rounds rounds(Selection selection) {
    RunPlan plan = undertaking.plan();
    Selection enough = plan.until() == null ? selection : selection.inRounds(Goal.FEWEST_ROUNDS);
    return new Rounds(enough, plan.order(), plan.seed());
  }

  private void announce(Selection selection, KeptRun kept) {
    int before = kept.finished().size();
    console.line(
        String.format(
            Locale.ROOT,
            "%d cells, %d trials in %s order (seed %d), %s%s",
            selection.cells().size(),
            rounds(selection).planned().size(),
            kept.plan().order().name().toLowerCase(Locale.ROOT),
            kept.plan().seed(),
            before == 0 ? "kept in " : before + " of them are kept already in ",
            kept.folder().path()));
  }

  private void writeAsAsked(KeptRun kept) {
    arguments
        .resultFile()
        .ifPresent(
            file ->
                kept.results(arguments.resultFormat())
                    .ifPresent(results -> WholeFile.write(file, results)));
  }

  private static String howToGoOn(KeptRun kept) {
    Path folder = kept.folder().path();
    return kept.finished().size() + " trials are kept; go on with: " + ResumeCommand.of(folder);
  }
}
