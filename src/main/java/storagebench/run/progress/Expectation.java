package storagebench.run.progress;

import java.time.Duration;
import storagebench.statistics.RatioEstimate;

/**
 * What is expected of a cell before it is measured.
 *
 * @param seconds what a trial will take
 * @param variation how much its rate varies from trial to trial, as a share; NaN if too few trials
 *     are known to tell
 * @param source where that is from, in words
 */
public record Expectation(double seconds, double variation, String source) {
  private static final double NANOS = 1e9;

  /**
   * How far the ends of the interval will lie from the figure after so many trials, as a share; NaN
   * for one. The interval is the report's: Student's, on the log scale.
   */
  public double within(int trials) {
    return trials < 2
        ? Double.NaN
        : new RatioEstimate(1, variation / Math.sqrt(trials), trials - 1.0).estimate().high() - 1;
  }

  /** How many trials it will take to know it to that share; the fewest if that cannot be told. */
  public int trialsFor(double share, int fewest, int most) {
    int trials = fewest;
    while (trials < most && within(trials) > share) {
      trials++;
    }
    return trials;
  }

  /** What a trial will take. */
  public Duration time() {
    return Duration.ofNanos((long) (seconds * NANOS));
  }
}
