package storagebench.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * Executes and commits a statement that does nothing until the JVM has compiled the driver's code
 * for it. A trial has too few batches for that: interpreted, the same code adds to each what psql
 * does not, which is the more of a batch the smaller it is.
 */
public final class DriverWarmUp {
  private static final int TIMES = 2000;

  /** Where the network is slow, its share of a batch is larger than the interpreter's. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private DriverWarmUp() {}

  /**
   * Warms up.
   *
   * @param session does not commit every statement; afterwards as it was
   */
  public static void of(Connection session) throws SQLException {
    String nothing = SqlScript.named("nothing").statement(Map.of());
    long begun = System.nanoTime();
    try (Statement statement = session.createStatement()) {
      for (int i = 0; i < TIMES && System.nanoTime() - begun < LONGEST.toNanos(); i++) {
        statement.executeLargeUpdate(nothing);
        session.commit();
      }
    }
  }
}
