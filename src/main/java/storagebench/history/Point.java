package storagebench.history;

import java.time.Duration;
import java.time.Instant;

/**
 * The figure of one night in a line.
 *
 * @param night when and of what it was measured
 * @param figure what was measured
 */
public record Point(Night night, NightFigure figure) {
  private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

  /** How many days earlier this one was measured. */
  double daysBefore(Instant later) {
    return Duration.between(night.started(), later).toSeconds() / SECONDS_OF_A_DAY;
  }
}
