package storagebench.run.progress;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param done number of trials that ended, failed ones included
 * @param total number of trials that are planned so far
 * @param left expected time of the running and the remaining trials; empty if it is not known
 * @param rates rows a second so far for each variant or side in the cell that is shown
 */
public record RunStatus(int done, int total, Optional<Duration> left, Map<String, Double> rates) {}
