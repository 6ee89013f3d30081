package storagebench.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import storagebench.run.plan.Goal;
import storagebench.run.plan.PlannedCell;
import storagebench.run.progress.Wording;

/**
 * How trials are measured, when to stop, and how progress is worded: all that differs between a run
 * and a duel.
 *
 * @param measurement how a trial is measured
 * @param goal when to stop
 * @param wording how progress is worded
 * @param earlier what a trial of a cell took in earlier runs; empty where there was none
 */
public record RunKind(
    Measurement measurement,
    Goal goal,
    Wording wording,
    Function<PlannedCell, Optional<Duration>> earlier) {}
