package storagebench.storage;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import storagebench.UserError;
import storagebench.gpfdist.ListenAddress;
import storagebench.gpfdist.Offer;

/**
 * Cancels a statement when a segment has not asked for rows in time. The cluster itself tries for
 * minutes to reach an address that it cannot reach.
 */
final class ArrivalWatch implements AutoCloseable {
  /** Segments ask as soon as the statement has reached them. */
  static final Duration USUAL = Duration.ofSeconds(30);

  private final Statement statement;
  private final String authority;
  private final Duration limit;
  private final ScheduledExecutorService timer;

  /**
   * @param statement is executed and cancelled
   * @param authority where segments ask
   */
  ArrivalWatch(Statement statement, String authority, Duration limit) {
    this.statement = statement;
    this.authority = authority;
    this.limit = limit;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "gpfdist arrivals");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Executes the statement.
   *
   * @return rows that the server says it took
   * @throws UserError if it was cancelled because a segment did not ask
   */
  long execute(String sql, Offer offer) throws SQLException {
    AtomicReference<String> absence = new AtomicReference<>();
    Future<?> look =
        timer.schedule(() -> cancel(offer, absence), limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return statement.executeLargeUpdate(sql);
    } catch (SQLException e) {
      if (absence.get() != null) {
        throw new UserError(absence.get(), e);
      }
      throw e;
    } finally {
      look.cancel(false);
    }
  }

  private void cancel(Offer offer, AtomicReference<String> absence) {
    List<Integer> missing = offer.soFar().missing();
    if (missing.isEmpty()) {
      return;
    }
    absence.set(
        "segments "
            + missing
            + " have not asked "
            + authority
            + " for rows within "
            + limit.toSeconds()
            + " s; expected that their hosts reach this address of the client: look at firewalls and"
            + " at translation of addresses, or name another one: "
            + ListenAddress.OPTION
            + " HOST");
    try {
      statement.cancel();
    } catch (SQLException e) {
      // The connection is gone, and with it the statement.
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
