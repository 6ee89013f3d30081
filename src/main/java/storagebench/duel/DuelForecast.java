package storagebench.duel;

import java.time.Duration;
import java.util.Optional;
import storagebench.run.plan.PlannedCell;
import storagebench.run.progress.Forecast;

/** The expected time of a trial of a duel, from earlier runs of both sides from this machine. */
final class DuelForecast {
  private final DuelArguments arguments;
  private final Forecast runs;

  DuelForecast(DuelArguments arguments) {
    this.arguments = arguments;
    this.runs = new Forecast(arguments.benchmark().results());
  }

  /** What both sides would take as runs of their own; empty if either was not measured before. */
  Optional<Duration> time(PlannedCell cell) {
    return time(cell, arguments.baseline())
        .flatMap(one -> time(cell, arguments.candidate()).map(one::plus));
  }

  private Optional<Duration> time(PlannedCell cell, DuelSide side) {
    return runs.time(DuelArguments.onSide(cell, side), arguments.warmupPairs() + arguments.pairs());
  }
}
