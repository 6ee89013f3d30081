package storagebench.duel;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import storagebench.Console;
import storagebench.UserError;
import storagebench.gpfdist.ListenAddress;
import storagebench.results.Difference;
import storagebench.run.Interruption;
import storagebench.run.MeasuredDatabase;
import storagebench.run.Measurement;
import storagebench.run.RunKind;
import storagebench.run.RunOutcome;
import storagebench.run.RunSession;
import storagebench.run.folder.KeptRun;
import storagebench.run.folder.RunLock;
import storagebench.run.folder.RunLog;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.Order;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.run.plan.Selection;
import storagebench.run.progress.ExpectedTime;
import storagebench.server.TargetFinder;
import storagebench.storage.Turns;

/**
 * A baseline and a candidate, measured in turns: in each trial both have a table and take the same
 * batches, one side right after the other, so that what disturbs the machine disturbs both.
 */
public final class Duel {
  private final DuelArguments arguments;
  private final Console console;

  /**
   * @param arguments what was asked for
   * @param console where to say what happens
   */
  public Duel(DuelArguments arguments, Console console) {
    this.arguments = arguments;
    this.console = console;
    Optional.ofNullable(arguments.benchmark().options().gpfdistHost())
        .ifPresent(ListenAddress::use);
  }

  /** Prints what would run and how long it will take, and runs nothing. */
  public void plan() {
    new DuelPreview(arguments).print(console);
  }

  /**
   * Runs to the end.
   *
   * @param environment variables of the process
   * @return what was measured; empty if the sides are not comparable, which was said
   * @throws storagebench.UserError if nothing can be measured, or a server is lost on the way
   */
  public Optional<DuelOutcome> run(Map<String, String> environment) {
    return RunLock.alone(() -> runAlone(environment));
  }

  private Optional<DuelOutcome> runAlone(Map<String, String> environment) {
    try (Interruption interruption = Interruption.await(console);
        DuelTargets targets = new DuelTargets(new TargetFinder(environment, console::notice))) {
      interruption.server(targets::close);
      return run(targets, interruption);
    }
  }

  private Optional<DuelOutcome> run(DuelTargets targets, Interruption interruption) {
    SideSwitch power = new SideSwitch(arguments.switching(), console);
    try (DuelServer baseline = opened(Turns.BASELINE, arguments.selection(), targets, power);
        DuelServer candidate = opened(Turns.CANDIDATE, baseline.storable(), targets, power)) {
      return new Duel(arguments.with(candidate.storable()), console)
          .run(List.of(baseline, candidate), targets, power, interruption);
    }
  }

  private Optional<DuelOutcome> run(
      List<DuelServer> duelServers,
      DuelTargets targets,
      SideSwitch power,
      Interruption interruption) {
    // What was comparable is so still, if it is the same, which is made sure of.
    return arguments.resumed().isPresent() || comparable(duelServers)
        ? Optional.of(measured(duelServers, targets, power, interruption))
        : Optional.empty();
  }

  /**
   * The server of a side, asked what it can store of a selection; left at once where it will be
   * switched off.
   */
  private DuelServer opened(
      int number, Selection selection, DuelTargets targets, SideSwitch power) {
    power.to(number);
    DuelServer server = duelServer(arguments.sides().get(number), targets);
    try {
      server.check(selection, console::notice);
      if (power.isGiven()) {
        server.take();
        server.read(PlannedCell.workloads(server.storable().cells()));
        server.close();
      }
      return server;
    } catch (UserError e) {
      server.close();
      throw e;
    }
  }

  private Set<String> workloads() {
    return PlannedCell.workloads(arguments.cells());
  }

  private DuelServer duelServer(DuelSide side, DuelTargets targets) {
    Set<String> settings = new TreeSet<>(arguments.baseline().settings().keySet());
    settings.addAll(arguments.candidate().settings().keySet());
    return new DuelServer(side, targets.of(side), settings);
  }

  /** Says what differs that should not. */
  private boolean comparable(List<DuelServer> duelServers) {
    List<Difference> refused = new Comparability(arguments).refused(duelServers);
    refused.forEach(d -> console.notice("Not comparable: " + d + "; --allow " + d.field()));
    return refused.isEmpty();
  }

  private DuelOutcome measured(
      List<DuelServer> duelServers,
      DuelTargets targets,
      SideSwitch power,
      Interruption interruption) {
    DuelServer baseline = duelServers.get(Turns.BASELINE);
    DuelServer candidate = duelServers.get(Turns.CANDIDATE);
    if (!power.isGiven()) {
      take(baseline, candidate);
    }
    if (!candidate.site().sharesDatabaseWith(baseline.site())) {
      requireSameRows(baseline, candidate);
    }
    introduce(baseline, candidate);
    KeptDuel duel = KeptDuel.of(arguments, duelServers);
    BenchmarkArguments benchmark = arguments.benchmark();
    try (KeptRun kept = duel.open(console);
        RunLog log = RunLog.open(kept.folder(), benchmark)) {
      interruption.kept(kept, log);
      return log.endingIn(
          () -> {
            DuelForecast forecast = new DuelForecast(arguments);
            announce(kept, forecast);
            List<MeasuredDatabase> sites =
                power.isGiven() ? List.of() : duelServers.stream().map(DuelServer::site).toList();
            IntConsumer check = side -> stillThere(duel, side, targets, power);
            RunKind kind = duel.kind(kept, forecast, measurement(duel, power, check, log.out()));
            RunOutcome outcome =
                new RunSession(kept, sites, log, console, benchmark.verbose()).run(kind, rounds());
            return duel.outcome(outcome);
          });
    }
  }

  private void take(DuelServer baseline, DuelServer candidate) {
    baseline.take();
    if (!candidate.site().sharesDatabaseWith(baseline.site())) {
      candidate.take();
    }
    baseline.read(workloads());
    candidate.read(workloads());
  }

  private Measurement measurement(
      KeptDuel duel, SideSwitch power, IntConsumer check, PrintStream log) {
    return arguments.apart()
        ? new ApartMeasurement(arguments, duel.sides(), power, check, duel.folder(), log)
        : new DuelMeasurement(arguments, duel.sides(), duel.folder().path(), log);
  }

  /** Where servers are switched nobody holds a session: it may be another one that came up. */
  private void stillThere(KeptDuel duel, int side, DuelTargets targets, SideSwitch power) {
    if (power.isGiven()) {
      DuelSide asked = arguments.sides().get(side);
      try (DuelServer server = duelServer(asked, targets)) {
        server.take();
        server.read(workloads());
        duel.check(side, server);
      }
    }
  }

  private void requireSameRows(DuelServer baseline, DuelServer candidate) {
    if (!baseline.workloads().equals(candidate.workloads())) {
      throw new UserError(
          "the two servers have other rows for "
              + String.join(", ", workloads())
              + "; copy the table, columns and all, from one to the other");
    }
  }

  private Rounds rounds() {
    return new Rounds(arguments.selection(), Order.RANDOM, arguments.plan().seed());
  }

  private void announce(KeptRun kept, DuelForecast forecast) {
    int before = kept.finished().size();
    console.line(
        String.format(
            Locale.ROOT,
            "%s (seed %d), %s%s",
            new DuelPreview(arguments).summary(),
            arguments.plan().seed(),
            before == 0 ? "kept in " : "trials kept already: " + before + ", in ",
            kept.folder().path()));
    console.line(ExpectedTime.of(rounds().planned(), kept, forecast::time).toString());
  }

  private void introduce(DuelServer baseline, DuelServer candidate) {
    Set<String> warnings = new LinkedHashSet<>(baseline.warnings());
    warnings.addAll(candidate.warnings());
    warnings.forEach(warning -> console.notice("Warning: " + warning));
    console.line("Baseline on " + baseline.description());
    console.line("Candidate on " + candidate.description());
    if (arguments.baseline().isLike(arguments.candidate())) {
      console.notice("Both sides are the same: any difference will be chance.");
    }
  }
}
