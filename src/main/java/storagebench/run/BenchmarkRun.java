package storagebench.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import storagebench.UserError;
import storagebench.results.WholeFile;
import storagebench.storage.BenchSchema;
import storagebench.target.Server;
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

  /** Prints the cells that would run, and runs nothing. */
  public void plan() {
    Selection selection = Selection.of(arguments);
    selection.cells().forEach(cell -> console.line(cell.toString()));
    console.line(
        selection.cells().size()
            + " cells, "
            + rounds(selection).planned().size()
            + " trials; variants that the server lacks will be left out");
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
        return trials(selection, null, Ground.NONE, interruption);
      }
    }
    try (Target target = new TargetFinder(environment, console::notice).find();
        Interruption interruption = Interruption.await(console, target::close)) {
      return onServer(selection, target, interruption);
    }
  }

  private RunOutcome onServer(Selection asked, Target target, Interruption interruption) {
    try (Connection connection = target.connect()) {
      Server server = Server.read(connection);
      Preflight.check(server, connection);
      Selection selection = asked.storable(server, console::notice);
      if (selection.cells().isEmpty()) {
        throw new UserError("no variant can be stored here; 'target' shows why");
      }
      BenchSchema schema = new BenchSchema(connection);
      schema.create(server);
      schema.lock();
      schema.dropTrials();
      Preflight.warnings(server).forEach(warning -> console.notice("Warning: " + warning));
      console.line("Target: " + target.description() + ", " + server.product());
      return trials(
          selection,
          new Undertaking.MeasuredOn(target, server),
          new ServerGround(connection, () -> {}),
          interruption);
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("read from the " + target, e);
    }
  }

  private RunOutcome trials(
      Selection selection,
      Undertaking.MeasuredOn measuredOn,
      Ground ground,
      Interruption interruption) {
    Rounds rounds = rounds(selection);
    try (KeptRun kept = undertaking.open(selection.cells(), measuredOn, console);
        RunLog log = RunLog.open(kept.folder(), arguments);
        Progress progress = new PlainProgress(console)) {
      interruption.keptIn(kept.folder().path());
      announce(selection, kept);
      String handoff = measuredOn == null ? "" : measuredOn.target().handoff();
      TrialRunner runner = new TrialRunner(arguments.jmh(), handoff, log.out());
      try {
        return new TrialSequence(kept, runner, ground, progress, log, Time.SYSTEM).run(rounds);
      } catch (UserError lost) {
        throw new UserError(lost.getMessage() + ". " + howToGoOn(kept), lost);
      } finally {
        writeAsAsked(kept);
      }
    }
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
