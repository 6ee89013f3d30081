package storagebench.run.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import storagebench.target.SqlScript;

/**
 * Watches the server in the background, by a session of its own and a few small queries every
 * {@link #PERIOD_SECONDS}: checkpoints, conflicts, other sessions, segments that went down, errors
 * in its log. A question that the server or the user's privileges do not allow is asked once.
 */
public final class ServerWatch implements AutoCloseable {
  /** Rare enough not to disturb: a poll takes the server a few milliseconds. */
  static final int PERIOD_SECONDS = 5;

  private static final String CONNECTION_CLASS = "08";
  private static final String SHUTDOWN_CLASS = "57";

  private final Connection connection;
  private final Consumer<String> events;
  private final List<Question> questions = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "server-watch");
            thread.setDaemon(true);
            return thread;
          });

  /** What is asked, and what it is about. */
  private record Question(String about, Ask ask) {}

  @FunctionalInterface
  private interface Ask {
    List<String> news(Connection connection) throws SQLException;
  }

  /**
   * Begins.
   *
   * @param connection for the watch alone, which closes it
   * @param cluster whether the server has segments
   * @param ownCheckpoints whether the run makes checkpoints itself, which are no news
   * @param events takes a line for each event, from another thread
   */
  static ServerWatch begin(
      Connection connection, boolean cluster, boolean ownCheckpoints, Consumer<String> events) {
    ServerWatch watch = new ServerWatch(connection, cluster, ownCheckpoints, events);
    watch.clock.scheduleWithFixedDelay(watch::poll, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    return watch;
  }

  ServerWatch(
      Connection connection, boolean cluster, boolean ownCheckpoints, Consumer<String> events) {
    this.connection = connection;
    this.events = events;
    if (!ownCheckpoints) {
      ask("checkpoints", "checkpoints");
    }
    ask("conflicts between sessions", "conflicts");
    ask("other sessions", "sessions");
    if (cluster) {
      ask("segments", "segments");
    }
    questions.add(new Question("errors in the server's log", new ServerLog()::news));
  }

  private void ask(String about, String script) {
    ServerEvents asked = new ServerEvents(SqlScript.named("server/watch/" + script));
    questions.add(new Question(about, asked::news));
  }

  /** Asks everything once. */
  void poll() {
    for (Iterator<Question> all = questions.iterator(); all.hasNext(); ) {
      Question question = all.next();
      try {
        question.ask().news(connection).forEach(events);
      } catch (SQLException e) {
        if (lost(e)) {
          events.accept("the server does not answer the watch: " + firstLine(e));
          questions.clear();
          return;
        }
        all.remove();
        events.accept(question.about() + " cannot be watched: " + firstLine(e));
      }
    }
  }

  private static boolean lost(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith(CONNECTION_CLASS) || state.startsWith(SHUTDOWN_CLASS);
  }

  private static String firstLine(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      connection.close();
    } catch (SQLException e) {
      // It ends with the process; nothing of the run depends on it.
    }
  }
}
