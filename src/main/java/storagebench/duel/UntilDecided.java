package storagebench.duel;

import java.util.List;
import java.util.Locale;
import storagebench.compare.Comparison;
import storagebench.compare.match.BuildRuns;
import storagebench.compare.match.Pair;
import storagebench.results.Identity;
import storagebench.results.Interleaving;
import storagebench.run.plan.Goal;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.statistics.Spending;
import storagebench.storage.Turns;

/**
 * The goal of {@code --until-decided}: a cell drops out as soon as all of its times have a verdict;
 * the bytes that it writes, which the server's own work adds to, hold up nobody. A look uses the
 * rounds before it only, so that an interrupted and resumed duel ends its cells where an
 * uninterrupted one does.
 */
final class UntilDecided implements Goal {
  private static final Spending SPENDING = Spending.POCOCK;

  private final DuelArguments arguments;
  private final DuelFolder folder;
  private final Runnable results;
  private int lookedAfter;
  private Comparison seen;

  /**
   * @param folder holds the results of the sides
   * @param results completes them
   */
  UntilDecided(DuelArguments arguments, DuelFolder folder, Runnable results) {
    this.arguments = arguments;
    this.folder = folder;
    this.results = results;
  }

  /** The looks, as {@code compare} has to know of them. */
  static Interleaving.Looks looks(int trials) {
    return new Interleaving.Looks(
        SPENDING.name().toLowerCase(Locale.ROOT), DuelArguments.FIRST_LOOK, trials);
  }

  @Override
  public boolean callsFor(Rounds.Trial trial) {
    return trial.round() < DuelArguments.FIRST_LOOK || !decided(trial.cell(), after(trial.round()));
  }

  /** Whether all of a cell's times have a verdict. */
  private boolean decided(PlannedCell cell, Comparison comparison) {
    Identity identity =
        Pair.identity(
            Comparability.identity(cell, arguments.baseline()),
            Comparability.identity(cell, arguments.candidate()));
    return comparison.rows().stream()
        .filter(row -> row.measure().isSpeed())
        .filter(row -> row.identity().isOf(identity.benchmark(), identity.params()))
        .noneMatch(row -> row.verdict().isInconclusive());
  }

  /** What the first so many rounds tell; the cells of a round share one look. */
  private Comparison after(int rounds) {
    if (lookedAfter != rounds) {
      results.run();
      seen =
          Comparison.of(
              side(DuelSide.BASELINE, Turns.BASELINE).after(rounds),
              side(DuelSide.CANDIDATE, Turns.CANDIDATE).after(rounds),
              arguments.compare().everything());
      lookedAfter = rounds;
    }
    return seen;
  }

  private BuildRuns side(String name, int side) {
    return BuildRuns.read(name, List.of(folder.side(side)));
  }
}
