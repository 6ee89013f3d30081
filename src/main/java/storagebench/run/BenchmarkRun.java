package storagebench.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import storagebench.UserError;
import storagebench.results.RunFolder;
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
  private final BenchmarkArguments arguments;
  private final List<String> command;
  private final Console console;
  private final long order = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);

  /**
   * @param arguments what was asked for
   * @param command the same as words, to be kept
   * @param console where to say what happens
   */
  public BenchmarkRun(BenchmarkArguments arguments, List<String> command, Console console) {
    this.arguments = arguments;
    this.command = List.copyOf(command);
    this.console = console;
  }

  /** Prints the cells that would run, and runs nothing. */
  public void plan() {
    Selection selection = Selection.of(arguments);
    selection.cells().forEach(cell -> console.line(cell.toString()));
    console.line(
        selection.cells().size()
            + " cells, "
            + Rounds.of(selection, order).size()
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
      return trials(selection, "", folder(), () -> {});
    }
    Target target = new TargetFinder(environment, console::notice).find();
    // Ctrl-C unwinds no stack, and a container must not outlive its run.
    Thread stop = new Thread(target::close, "stop-target");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      return onServer(selection, target);
    } finally {
      Runtime.getRuntime().removeShutdownHook(stop);
      target.close();
    }
  }

  private RunOutcome onServer(Selection asked, Target target) {
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
      NewFolder folder = folder();
      WholeFile.write(
          folder.file(RunFolder.FINGERPRINT),
          Fingerprint.of(command, order, target.description(), server).json());
      return trials(selection, target.handoff(), folder, schema::dropTrials);
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("read from the " + target, e);
    }
  }

  private RunOutcome trials(
      Selection selection, String handoff, NewFolder folder, Runnable afterFailure) {
    List<Rounds.Trial> trials = Rounds.of(selection, order);
    console.line(
        selection.cells().size()
            + " cells, "
            + trials.size()
            + " trials in random order (seed "
            + order
            + "), kept in "
            + folder.path());
    try (RunLog log = RunLog.open(folder, arguments)) {
      return new TrialSequence(arguments, selection.cells(), folder, log, console)
          .run(trials, handoff, afterFailure);
    }
  }

  private NewFolder folder() {
    return NewFolder.create(arguments.results(), Clock.systemUTC());
  }
}
