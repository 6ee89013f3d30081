package storagebench.profile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import storagebench.target.SqlScript;

/**
 * Samples what sessions wait for, about a hundred times a second, in a thread and over a connection
 * of its own. The server does the sampling, a quarter of a second at a time, and says when each
 * sample was taken; that is told from this JVM's clock by the time the question was sent.
 */
final class WaitSampler implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final String sql;
  private final String here;
  private final Connection connection;
  private final Thread thread;
  private final List<Sample> samples = new ArrayList<>();
  private long sampledUntil = System.nanoTime();
  private boolean ended;

  /**
   * One look at one instance.
   *
   * @param instance what was looked at
   * @param nanos when, by {@link System#nanoTime()}
   * @param waits what its sessions were doing
   */
  record Sample(String instance, long nanos, List<Wait> waits) {}

  /**
   * Begins to sample.
   *
   * @param connection becomes the sampler's
   * @param script the file of {@code sql/profile/} that samples
   * @param here the instance where the script names none
   */
  WaitSampler(Connection connection, String script, String here, Map<String, String> sessions) {
    this.sql = SqlScript.named("profile/" + script).statement(sessions);
    this.here = here;
    this.connection = connection;
    this.thread = new Thread(this::sample, "sample-" + script);
    thread.setDaemon(true);
    thread.start();
  }

  /** The samples between two times; older ones are forgotten. Waits until they are all there. */
  synchronized List<Sample> between(long from, long to) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (!ended && sampledUntil - to < 0 && deadline - System.nanoTime() > 0) {
        wait(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    samples.removeIf(sample -> sample.nanos() - from < 0);
    return samples.stream().filter(sample -> sample.nanos() - to <= 0).toList();
  }

  private void sample() {
    TrialWatches.guard(
        "waits",
        () -> {
          try (Statement statement = connection.createStatement()) {
            while (!isEnded()) {
              burst(statement);
            }
          } catch (SQLException e) {
            // Ending it breaks off the last question.
            if (!isEnded()) {
              throw e;
            }
          }
        });
    end();
  }

  private void burst(Statement statement) throws SQLException {
    long sent = System.nanoTime();
    List<Sample> burst = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      boolean segments = rows.getMetaData().getColumnLabel(1).equals("content");
      while (rows.next()) {
        String instance = segments ? Instances.segment(rows.getInt("content")) : here;
        long nanos = sent + (long) (rows.getDouble("seconds") * 1e9);
        waits(rows.getString("waits"))
            .ifPresent(waits -> burst.add(new Sample(instance, nanos, waits)));
      }
    }
    add(burst, sent);
  }

  private static Optional<List<Wait>> waits(String text) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<List<Wait>> waits = Wait.parse(text);
    if (waits.isEmpty()) {
      Warnings.tell(
          "waits: the server hides what the sessions wait for from this user; GRANT"
              + " pg_read_all_stats lets it see");
    }
    return waits;
  }

  private synchronized void add(List<Sample> burst, long sent) {
    samples.addAll(burst);
    sampledUntil = burst.stream().mapToLong(Sample::nanos).max().orElse(sent);
    notifyAll();
  }

  private synchronized boolean isEnded() {
    return ended;
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  @Override
  public void close() throws SQLException {
    end();
    connection.close();
  }
}
