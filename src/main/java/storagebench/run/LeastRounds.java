package storagebench.run;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import storagebench.Count;
import storagebench.UserError;
import storagebench.run.plan.Amounts;
import storagebench.run.plan.Budget;
import storagebench.run.plan.Rounds;
import storagebench.table.Text;

/**
 * The rounds without which a run says nothing, see {@link
 * storagebench.run.plan.Goal#leastRounds()}.
 *
 * @param rounds how many
 * @param totals tells what trials take
 */
record LeastRounds(int rounds, TrialTotals totals) {
  /**
   * Ends a run whose budget is too small for them, rather than spend it.
   *
   * @param pending the trials that are to run, without those that failed before
   * @param next whether the budget allows the next of them
   * @param limit the whole budget
   * @throws UserError if it is too small; it says the budget needed
   */
  void require(
      Collection<Rounds.Trial> pending, Budget budget, boolean next, Optional<Duration> limit) {
    List<Rounds.Trial> needed = pending.stream().filter(t -> t.round() < rounds).toList();
    Duration least = totals.atLeast(needed);
    if (needed.isEmpty() || next && budget.allows(Optional.of(least))) {
      return;
    }
    Duration whole = budget.spent().plus(totals.expected(needed).orElse(least));
    throw new UserError(
        Text.of(
            "a budget of %s is too small: %s takes about %s, and nothing can be said without it;"
                + " give --budget %s",
            Amounts.text(limit.orElseThrow()),
            Count.of(rounds, "round"),
            Amounts.text(whole),
            Amounts.option(whole)));
  }
}
