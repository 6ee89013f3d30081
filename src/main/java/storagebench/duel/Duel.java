package storagebench.duel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import storagebench.UserError;
import storagebench.compare.CompareOptions;
import storagebench.compare.Comparison;
import storagebench.compare.match.Difference;
import storagebench.compare.verdict.Verdict;
import storagebench.results.Identity;
import storagebench.results.Interleaving;
import storagebench.run.Cell;
import storagebench.run.Console;
import storagebench.run.Interruption;
import storagebench.run.RunLog;
import storagebench.side.Side;
import storagebench.side.Turns;
import storagebench.statistics.Spending;
import storagebench.target.Target;
import storagebench.target.TargetFinder;

/**
 * A baseline and a candidate, measured in turns: in each trial both have a table and take the same
 * batches, one side right after the other, so that what disturbs the machine disturbs both.
 */
public final class Duel {
  private static final Spending SPENDING = Spending.POCOCK;

  private final DuelArguments arguments;
  private final Console console;

  /**
   * @param arguments what was asked for
   * @param console where to say what happens
   */
  public Duel(DuelArguments arguments, Console console) {
    this.arguments = arguments;
    this.console = console;
  }

  /** Prints what would run, and runs nothing. */
  public void plan() {
    console.line("Baseline: " + arguments.baseline());
    console.line("Candidate: " + arguments.candidate());
    arguments.cells().forEach(cell -> console.line(cell.toString()));
    console.line(
        String.format(
            Locale.ROOT,
            "%d cells, %s%d trials each, %d warm-up and %d measured pairs of batches a trial",
            arguments.cells().size(),
            arguments.untilDecided() ? "at most " : "",
            arguments.trials(),
            arguments.warmupPairs(),
            arguments.pairs()));
  }

  /**
   * Runs to the end.
   *
   * @param environment variables of the process
   * @return what was measured; empty if the sides are not comparable, which was said
   * @throws UserError if nothing can be measured, or a server is lost on the way
   */
  public Optional<DuelOutcome> run(Map<String, String> environment) {
    try (DuelTargets targets = new DuelTargets(new TargetFinder(environment, console::notice))) {
      Interruption interruption = Interruption.await(console, targets::close);
      try {
        return onServers(targets);
      } finally {
        interruption.close();
      }
    }
  }

  private Optional<DuelOutcome> onServers(DuelTargets targets) {
    Target first = targets.of(arguments.baseline());
    Target second = targets.of(arguments.candidate());
    try (Opponent baseline = new Opponent(arguments.baseline(), first);
        Opponent candidate = new Opponent(arguments.candidate(), second)) {
      baseline.check();
      candidate.check();
      List<Opponent> opponents = List.of(baseline, candidate);
      return comparable(opponents) ? Optional.of(measured(opponents)) : Optional.empty();
    }
  }

  /** Says what differs that should not. */
  private boolean comparable(List<Opponent> opponents) {
    List<Difference> refused = new Comparability(arguments).refused(opponents);
    refused.forEach(d -> console.notice("Not comparable: " + d + "; --allow " + d.field()));
    return refused.isEmpty();
  }

  private DuelOutcome measured(List<Opponent> opponents) {
    Opponent baseline = opponents.get(Turns.BASELINE);
    Opponent candidate = opponents.get(Turns.CANDIDATE);
    baseline.enter(false);
    candidate.enter(candidate.sharesDatabaseWith(baseline));
    introduce(baseline, candidate);
    DuelFolder folder = DuelFolder.create(arguments.benchmark().results());
    folder.begin(
        opponents.stream().map(o -> o.fingerprint(arguments.command(), arguments.seed())).toList(),
        Differs.of(arguments.baseline(), arguments.candidate()),
        arguments.untilDecided()
            ? new Interleaving.Looks(
                SPENDING.name().toLowerCase(Locale.ROOT),
                DuelArguments.FIRST_LOOK,
                arguments.trials())
            : null);
    List<Side> sides = handedOver(opponents, folder);
    plan();
    console.line("Kept in " + folder.path() + " (seed " + arguments.seed() + ")");
    try (RunLog log = RunLog.open(folder.run(), arguments.benchmark())) {
      DuelTrials trials = new DuelTrials(arguments, sides, folder, log, console);
      trials.run(
          cell -> arguments.untilDecided() && decided(cell, folder),
          () -> tidy(opponents, folder, trials));
      return new DuelOutcome(
          folder.path(),
          trials.finished() == 0
              ? Optional.empty()
              : Optional.of(compared(folder, arguments.compare())),
          folder.comparison(),
          trials.failures());
    }
  }

  private static void tidy(List<Opponent> opponents, DuelFolder folder, DuelTrials trials) {
    try {
      opponents.forEach(opponent -> opponent.schema().dropTrials());
    } catch (UserError lost) {
      throw new UserError(
          "the duel ends, "
              + trials.finished()
              + " trials are kept in "
              + folder.path()
              + " for compare: "
              + lost.getMessage(),
          lost);
    }
  }

  private List<Side> handedOver(List<Opponent> opponents, DuelFolder folder) {
    List<Side> sides = new ArrayList<>();
    for (int i = 0; i < opponents.size(); i++) {
      DuelSide side = arguments.sides().get(i);
      Path table = side.ddlFile().isEmpty() ? null : folder.keepTable(i, side.ddl().text());
      sides.add(opponents.get(i).handedOver(table));
    }
    return sides;
  }

  private void introduce(Opponent baseline, Opponent candidate) {
    Set<String> warnings = new LinkedHashSet<>(baseline.warnings());
    warnings.addAll(candidate.warnings());
    warnings.forEach(warning -> console.notice("Warning: " + warning));
    console.line("Baseline on " + baseline.description());
    console.line("Candidate on " + candidate.description());
    if (arguments.baseline().isLike(arguments.candidate())) {
      console.notice("Both sides are the same: any difference will be chance.");
    }
  }

  /** Whether all of a cell's times have a verdict. */
  private boolean decided(Cell cell, DuelFolder folder) {
    CompareOptions all = arguments.compare().everything();
    Identity identity = Comparability.identity(cell, arguments.baseline());
    return compared(folder, all).rows().stream()
        .filter(row -> !row.measure().exact())
        .filter(row -> row.identity().benchmark().equals(identity.benchmark()))
        .filter(row -> row.identity().params().equals(identity.params()))
        .noneMatch(row -> row.verdict() == Verdict.INCONCLUSIVE);
  }

  private static Comparison compared(DuelFolder folder, CompareOptions options) {
    return Comparison.read(
        List.of(folder.side(Turns.BASELINE)), List.of(folder.side(Turns.CANDIDATE)), options);
  }
}
