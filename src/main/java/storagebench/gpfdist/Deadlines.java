package storagebench.gpfdist;

import java.time.Duration;

/**
 * How long the server waits for the other side.
 *
 * @param request from the connection until the whole request is there
 * @param stall without a byte read by a segment that has rows to read
 */
public record Deadlines(Duration request, Duration stall) {
  /**
   * A request is sent at once. A segment may pause as long as the statement does, for instance
   * during a checkpoint.
   */
  public static final Deadlines USUAL =
      new Deadlines(Duration.ofSeconds(10), Duration.ofMinutes(5));
}
