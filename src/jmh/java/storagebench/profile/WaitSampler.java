package storagebench.profile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import storagebench.server.SqlScript;

/**
 * Samples what sessions wait for, in a thread and over a connection of its own. The server does the
 * sampling, half a second at a time, and says when each sample was taken; that is told from this
 * JVM's clock by the time the question was sent. Answers are read only after the clock has stopped:
 * a young JVM would compile their parser inside it.
 */
final class WaitSampler implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final String sql;
  private final String here;
  private final Connection connection;
  private final Thread thread;
  private final List<Burst> bursts = new ArrayList<>();
  private long sampledUntil = System.nanoTime();
  private boolean resting;
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
   * What an instance answered.
   *
   * @param sent when it was asked
   * @param text {@code seconds=waits} of each sample, with bars between them
   */
  private record Burst(String instance, long sent, String text) {
    List<Sample> samples() {
      return Arrays.stream(text.split("\\|"))
          .map(sample -> sample.split("=", 2))
          .flatMap(parts -> sample(nanos(parts[0]), Wait.parse(parts[1])).stream())
          .toList();
    }

    /** When its last sample was taken. */
    long last() {
      return nanos(text.substring(text.lastIndexOf('|') + 1, text.lastIndexOf('=')));
    }

    private Optional<Sample> sample(long nanos, Optional<List<Wait>> waits) {
      if (waits.isEmpty()) {
        ProfilerWarnings.tell(
            "waits: the server hides what the sessions wait for from this user; GRANT"
                + " pg_read_all_stats lets it see");
      }
      return waits.map(seen -> new Sample(instance, nanos, seen));
    }

    private long nanos(String seconds) {
      return sent + (long) (Double.parseDouble(seconds) * 1e9);
    }
  }

  /**
   * Begins to sample.
   *
   * @param connection becomes the sampler's
   * @param script the file of {@code sql/profile/} that samples
   * @param here the instance where the script names none
   * @param variables of the script: the sessions, and how often a second
   */
  WaitSampler(Connection connection, String script, String here, Map<String, String> variables) {
    this.sql = SqlScript.named("profile/" + script).statement(variables);
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
    bursts.removeIf(burst -> burst.last() - from < 0);
    return bursts.stream()
        .flatMap(burst -> burst.samples().stream())
        .filter(sample -> sample.nanos() - from >= 0 && sample.nanos() - to <= 0)
        .toList();
  }

  private void sample() {
    TrialWatches.guard(
        "waits",
        () -> {
          try (Statement statement = connection.createStatement()) {
            while (isWanted()) {
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
    List<Burst> answer = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      boolean segments = rows.getMetaData().getColumnLabel(1).equals("content");
      while (rows.next()) {
        String samples = rows.getString("samples");
        if (samples != null) {
          String instance = segments ? Instances.segment(rows.getInt("content")) : here;
          answer.add(new Burst(instance, sent, samples));
        }
      }
    }
    add(answer, sent);
  }

  private synchronized void add(List<Burst> answer, long sent) {
    bursts.addAll(answer);
    sampledUntil = answer.stream().mapToLong(Burst::last).max().orElse(sent);
    notifyAll();
  }

  /** Asks nothing until told otherwise; the session stays. */
  synchronized void rest(boolean rest) {
    resting = rest;
    notifyAll();
  }

  /** Waits while there is nothing to do. */
  private synchronized boolean isWanted() {
    try {
      while (resting && !ended) {
        wait();
      }
      return !ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
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
