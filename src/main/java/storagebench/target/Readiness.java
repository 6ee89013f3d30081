package storagebench.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Waits until a starting server opens a session that answers; log lines differ between images. */
final class Readiness {
  /** A first start of the default image runs gpinitsystem, which takes minutes. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final int VALID_SECONDS = 10;
  private static final long PAUSE_MILLIS = 200;

  private final Target target;
  private final BooleanSupplier running;

  /**
   * @param running whether it is worth while to go on
   */
  Readiness(Target target, BooleanSupplier running) {
    this.target = target;
    this.running = running;
  }

  /**
   * @throws IllegalStateException if the server ended or the time is over
   */
  void await() {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!answers()) {
      if (!running.getAsBoolean()) {
        throw new IllegalStateException("it ended while starting; 'docker logs' of it says why");
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no answer within " + LIMIT.toMinutes() + " minutes");
      }
      pause();
    }
  }

  private boolean answers() {
    try (Connection connection = target.open(Map.of())) {
      return connection.isValid(VALID_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
