package storagebench.run.expected;

import java.time.Duration;
import java.util.Locale;
import storagebench.progress.Console;
import storagebench.run.asked.Amounts;
import storagebench.run.cell.Cell;
import storagebench.run.cell.Selection;
import storagebench.run.enough.UntilPrecise;
import storagebench.run.kept.RunPlan;

/** What a run will be, before it is: its cells, and the time and precision to expect. */
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
    int trials = 0;
    Duration time = Duration.ZERO;
    for (Cell cell : selection.cells()) {
      Expectation expected = expectation(cell);
      int forks = Math.max(rounds, selection.rounds(cell));
      console.line(line(cell, expected, forks));
      trials += forks;
      time = time.plus(expected.time(forks));
    }
    console.line(
        String.format(
            Locale.ROOT,
            "%d cells, %d trials, about %s%s; variants that the server lacks will be left out",
            selection.cells().size(),
            trials,
            Amounts.text(time),
            budget(time)));
  }

  private String budget(Duration time) {
    return plan.budget()
        .filter(budget -> budget.compareTo(time) < 0)
        .map(budget -> ", of which the budget allows " + Amounts.text(budget))
        .orElse("");
  }

  private String line(Cell cell, Expectation expected, int forks) {
    return String.format(
        Locale.ROOT,
        "%s: %.1f s a trial, %s from %d trials (%s)",
        cell,
        expected.seconds(),
        Amounts.within(expected.within(forks)),
        forks,
        expected.source());
  }

  /** The cell that varies most decides. */
  private int roundsUntilPrecise() {
    return selection.cells().stream()
        .mapToInt(
            cell ->
                expectation(cell)
                    .trialsFor(
                        plan.until(),
                        Math.max(UntilPrecise.FEWEST_ROUNDS, selection.rounds(cell)),
                        UntilPrecise.MOST_ROUNDS))
        .max()
        .orElse(0);
  }

  private Expectation expectation(Cell cell) {
    return forecast.of(cell, selection.batches(cell));
  }
}
