package storagebench.run.progress;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param done trials that ended, well or not
 * @param total trials that are planned so far
 * @param left the time that the others and the one that runs will take; empty if that of one of
 *     them is not known
 * @param rates rows a second so far, of everyone that is compared in the cell that is shown: rows
 *     of all its trials by their time
 */
public record RunStatus(int done, int total, Optional<Duration> left, Map<String, Double> rates) {}
