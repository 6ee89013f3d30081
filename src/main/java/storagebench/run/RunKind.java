package storagebench.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import storagebench.run.plan.Goal;
import storagebench.run.plan.PlannedCell;
import storagebench.run.progress.Wording;

/**
 * What tells one kind of run from another.
 *
 * @param measurement how a trial is measured
 * @param goal when enough is measured
 * @param wording how trials are told to people
 * @param earlier what a trial of a cell took in earlier runs; empty where there was none
 */
public record RunKind(
    Measurement measurement,
    Goal goal,
    Wording wording,
    Function<PlannedCell, Optional<Duration>> earlier) {}
