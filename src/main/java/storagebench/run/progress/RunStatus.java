package storagebench.run.progress;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How far a measurement is.
 *
 * @param done steps that ended: trials of a run, failed ones included, or rows of a stream
 * @param total steps that are planned so far
 * @param left expected time of the running and the remaining steps; empty if it is not known
 * @param rates rows a second so far for each variant or side that is compared; none while none is
 *     known
 */
public record RunStatus(
    long done, long total, Optional<Duration> left, Map<String, Double> rates) {}
