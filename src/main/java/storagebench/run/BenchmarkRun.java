package storagebench.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import storagebench.Console;
import storagebench.Count;
import storagebench.UserError;
import storagebench.gpfdist.ListenAddress;
import storagebench.results.Fingerprint;
import storagebench.results.WholeFile;
import storagebench.run.folder.KeptRun;
import storagebench.run.folder.NewFolder;
import storagebench.run.folder.ResultFiles;
import storagebench.run.folder.ResumeCheck;
import storagebench.run.folder.RunLock;
import storagebench.run.folder.RunLog;
import storagebench.run.folder.RunPlan;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.Goal;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.run.plan.Selection;
import storagebench.run.plan.Time;
import storagebench.run.progress.ExpectedTime;
import storagebench.run.progress.Forecast;
import storagebench.run.progress.RowsPerSecond;
import storagebench.server.SqlDiagnosis;
import storagebench.server.Target;
import storagebench.server.TargetFinder;
import storagebench.server.UserScripts;

/**
 * A run of benchmarks: finds the target, makes sure that it can be measured, runs the trials and
 * keeps what they measured in a folder of its own.
 */
public final class BenchmarkRun {
  private final RunRequest request;
  private final BenchmarkArguments arguments;
  private final RunPlan plan;
  private final BiFunction<KeptRun, Optional<MeasuredDatabase>, Goal> goal;
  private final Epilogue epilogue;
  private final Console console;

  /**
   * A run that ends with its last trial.
   *
   * @param request what was asked for
   * @param goal when enough is measured
   * @param console where to say what happens
   */
  public BenchmarkRun(RunRequest request, Function<KeptRun, Goal> goal, Console console) {
    this(request, (kept, site) -> goal.apply(kept), Epilogue.NONE, console);
  }

  /**
   * @param request what was asked for
   * @param goal when enough is measured, by what is kept and where it is measured
   * @param epilogue what comes after the trials
   * @param console where to say what happens
   */
  public BenchmarkRun(
      RunRequest request,
      BiFunction<KeptRun, Optional<MeasuredDatabase>, Goal> goal,
      Epilogue epilogue,
      Console console) {
    this.request = request;
    this.arguments = request.arguments();
    this.plan = request.plan();
    this.goal = goal;
    this.epilogue = epilogue;
    this.console = console;
    // The user's own files may be others by now.
    request.resumed().ifPresent(UserScripts::readFrom);
    Optional.ofNullable(arguments.options().gpfdistHost()).ifPresent(ListenAddress::use);
  }

  /**
   * Prints the cells, the time and the precision to expect, and measures nothing. Variants that the
   * server lacks are left out, if it is there without a container being started.
   *
   * @param environment variables of the process
   */
  public void plan(Map<String, String> environment) {
    Selection selection = Selection.of(arguments);
    TargetFinder finder = new TargetFinder(environment, console::notice);
    if (!selection.needsTarget()) {
      preview(selection);
      return;
    }
    try (Target target = finder.findWithoutContainer().orElse(null)) {
      if (target == null) {
        preview(selection);
        console.line("Variants that the container lacks will be left out.");
      } else {
        preview(storable(selection, target));
      }
    }
  }

  private void preview(Selection selection) {
    new Preview(selection, plan, new Forecast(arguments.results())).print(console);
  }

  private Selection storable(Selection selection, Target target) {
    try (Connection connection = target.connect()) {
      return MeasuredDatabase.of(target, connection).storable(selection, console::notice);
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("end the run's session", e);
    }
  }

  /**
   * Runs to the end.
   *
   * @param environment variables of the process
   * @throws UserError if nothing can be measured, or the target is lost on the way
   */
  public RunOutcome run(Map<String, String> environment) {
    return RunLock.alone(() -> runAlone(environment));
  }

  private RunOutcome runAlone(Map<String, String> environment) {
    Selection selection = Selection.of(arguments);
    try (Interruption interruption = Interruption.await(console)) {
      if (!selection.needsTarget()) {
        return trials(selection, Optional.empty(), interruption);
      }
      try (Target target = new TargetFinder(environment, console::notice).find()) {
        interruption.server(target::close);
        return run(selection, target, interruption);
      }
    }
  }

  private RunOutcome run(Selection selection, Target target, Interruption interruption) {
    try (Connection connection = target.connect()) {
      MeasuredDatabase site = MeasuredDatabase.of(target, connection);
      Selection storable = site.storable(selection, console::notice);
      site.take();
      site.warnings().forEach(w -> console.notice("Warning: " + w));
      console.line("Target: " + target.description() + ", " + site.server().product());
      epilogue.check(site, storable.cells());
      return trials(storable, Optional.of(site), interruption);
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("end the run's session", e);
    }
  }

  private RunOutcome trials(
      Selection selection, Optional<MeasuredDatabase> site, Interruption interruption) {
    try (KeptRun kept = open(selection.cells(), site);
        RunLog log = RunLog.open(kept.folder(), arguments)) {
      interruption.kept(kept, log);
      return log.endingIn(
          () -> {
            RunOutcome outcome = trials(selection, site, kept, log);
            site.ifPresent(
                where -> epilogue.run(where, outcome, line -> log.note(Time.SYSTEM.now(), line)));
            return outcome;
          });
    }
  }

  /**
   * Opens the folder.
   *
   * @param cells what the server can store of the selection
   * @param site where it is measured; empty if no server is needed
   */
  private KeptRun open(List<PlannedCell> cells, Optional<MeasuredDatabase> site) {
    // It opens the workloads; where one cannot be, there is no folder yet.
    Optional<Fingerprint> now =
        site.map(where -> where.fingerprint(request.command(), plan.seed(), cells));
    if (request.resumed().isEmpty()) {
      NewFolder folder = NewFolder.create(arguments.results(), Time.SYSTEM.wall());
      UserScripts.keep(folder.path(), PlannedCell.values(cells));
      UserScripts.keep(folder.path(), epilogue.files());
      now.ifPresent(fingerprint -> fingerprint.write(folder.path()));
      return KeptRun.begin(folder, plan.withCells(cells), new ResultFiles(folder.path(), cells));
    }
    Path folder = request.resumed().get();
    plan.check(folder, cells);
    site.ifPresent(
        where -> new ResumeCheck(folder).server(now.orElseThrow(), where.startedBySuite()));
    return KeptRun.resume(NewFolder.reopen(folder), plan, new ResultFiles(folder, cells), console);
  }

  private RunOutcome trials(
      Selection selection, Optional<MeasuredDatabase> site, KeptRun kept, RunLog log) {
    Forecast forecast = new Forecast(arguments.results());
    Function<PlannedCell, Optional<Duration>> earlier =
        cell -> forecast.time(cell, selection.batches(cell));
    announce(selection, kept, earlier);
    String handoff = site.map(where -> where.target().handoff()).orElse("");
    TrialRunner runner =
        new TrialRunner(arguments.jmh(), handoff, log.out())
            .keepingProfilesIn(kept.folder().path());
    RunKind kind = new RunKind(runner, goal.apply(kept, site), new RowsPerSecond(), earlier);
    try {
      return new RunSession(kept, site.stream().toList(), log, console, arguments.verbose())
          .run(kind, rounds(selection));
    } finally {
      writeAsAsked(kept);
    }
  }

  private Rounds rounds(Selection selection) {
    Selection enough =
        plan.until() == null ? selection : selection.inRounds(UntilPrecise.FEWEST_ROUNDS);
    return new Rounds(enough, plan.order(), plan.seed());
  }

  private void announce(
      Selection selection, KeptRun kept, Function<PlannedCell, Optional<Duration>> earlier) {
    int before = kept.finished().size();
    List<Rounds.Trial> planned = rounds(selection).planned();
    console.line(
        String.format(
            Locale.ROOT,
            "%s, %s in %s order (seed %d), %s%s",
            Count.of(selection.cells().size(), "cell"),
            Count.of(Math.max(planned.size(), before), "trial"),
            kept.plan().order().name().toLowerCase(Locale.ROOT),
            kept.plan().seed(),
            before == 0 ? "kept in " : before + " of them kept already in ",
            kept.folder().path()));
    // Of further rounds it is known neither how many there will be nor what they take.
    if (before < planned.size()) {
      console.line(ExpectedTime.of(planned, kept, earlier).toString());
    }
  }

  private void writeAsAsked(KeptRun kept) {
    arguments
        .resultFile()
        .ifPresent(
            file ->
                new ResultFiles(kept.folder().path(), kept.plan().cells())
                    .in(arguments.resultFormat(), kept.finished())
                    .ifPresent(results -> WholeFile.write(file, results)));
  }
}
