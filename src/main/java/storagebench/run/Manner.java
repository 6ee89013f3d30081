package storagebench.run;

import storagebench.run.enough.Goal;
import storagebench.run.told.Wording;

/**
 * What tells one kind of run from another.
 *
 * @param measurement how a trial is measured
 * @param goal when enough is measured
 * @param wording how trials are told to people
 */
public record Manner(Measurement measurement, Goal goal, Wording wording) {}
