package storagebench.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import storagebench.Console;
import storagebench.Count;
import storagebench.run.folder.RunPlan;
import storagebench.run.plan.Amounts;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Selection;
import storagebench.run.progress.Expectation;
import storagebench.run.progress.ExpectedTime;
import storagebench.run.progress.Forecast;

/** The output of {@code --plan}: the cells of a run, with the expected time and precision. */
public final class Preview {
  private final Selection selection;
  private final RunPlan plan;
  private final Forecast forecast;

  /**
   * @param selection the cells
   * @param plan how they will be measured
   * @param forecast what to expect of them
   */
  public Preview(Selection selection, RunPlan plan, Forecast forecast) {
    this.selection = selection;
    this.plan = plan;
    this.forecast = forecast;
  }

  /** Prints it. */
  public void print(Console console) {
    int rounds = plan.until() == null ? 0 : roundsUntilPrecise();
    ExpectedTime time = new ExpectedTime();
    int trials = 0;
    for (PlannedCell cell : selection.cells()) {
      Optional<Expectation> expected = expectation(cell);
      int forks = Math.max(rounds, selection.rounds(cell));
      console.line(cell + ": " + expected.map(e -> line(e, forks)).orElse("not measured yet"));
      trials += forks;
      time.add(expected.map(Expectation::time), forks);
    }
    console.line(
        Count.of(selection.cells().size(), "cell") + ", " + Count.of(trials, "trial") + atLeast());
    console.line(time + time.whole().map(this::budget).orElse(""));
  }

  /** A cell of unknown variation may call for more rounds than those of the others. */
  private String atLeast() {
    boolean known =
        selection.cells().stream()
            .allMatch(c -> expectation(c).filter(e -> !Double.isNaN(e.variation())).isPresent());
    return plan.until() == null || known ? "" : " at least";
  }

  private String budget(Duration time) {
    return plan.budget()
        .filter(budget -> budget.compareTo(time) < 0)
        .map(budget -> ", of which the budget allows " + Amounts.text(budget))
        .orElse("");
  }

  private static String line(Expectation expected, int forks) {
    return String.format(
        Locale.ROOT,
        "%.1f s a trial, %s from %s (%s)",
        expected.seconds(),
        Amounts.within(expected.within(forks)),
        Count.of(forks, "trial"),
        expected.source());
  }

  /** The cell that varies most decides. */
  private int roundsUntilPrecise() {
    return selection.cells().stream()
        .mapToInt(
            cell -> {
              int fewest = Math.max(UntilPrecise.FEWEST_ROUNDS, selection.rounds(cell));
              return expectation(cell)
                  .map(e -> e.trialsFor(plan.until(), fewest, UntilPrecise.MOST_ROUNDS))
                  .orElse(fewest);
            })
        .max()
        .orElse(0);
  }

  private Optional<Expectation> expectation(PlannedCell cell) {
    return forecast.of(cell, selection.batches(cell));
  }
}
