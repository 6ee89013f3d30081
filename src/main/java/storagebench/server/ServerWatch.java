package storagebench.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import storagebench.UserError;

/**
 * Watches the server in the background, by a session of its own and a few small queries every
 * {@link #PERIOD_SECONDS}: checkpoints, conflicts, other sessions, segments that went down, errors
 * in its log. A question that the server or the user's privileges do not allow is asked once. A
 * lost session is opened again at the next poll.
 */
public final class ServerWatch implements AutoCloseable {
  /** Rare enough not to disturb: a poll takes the server a few milliseconds. */
  static final int PERIOD_SECONDS = 5;

  private final Supplier<Connection> sessions;
  private final Consumer<String> events;
  private final List<Question> questions = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "server-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Connection connection;
  private volatile boolean closed;
  private boolean answers = true;

  /** What is asked, and what it is about. */
  private record Question(String about, Ask ask) {}

  @FunctionalInterface
  private interface Ask {
    List<String> news(Connection connection) throws SQLException;
  }

  /**
   * Begins.
   *
   * @param sessions opens one for the watch alone, which closes it
   * @param cluster whether the server has segments
   * @param ownCheckpoints whether the run makes checkpoints itself, which are no news
   * @param events takes a line for each event, from another thread
   */
  public static ServerWatch begin(
      Supplier<Connection> sessions,
      boolean cluster,
      boolean ownCheckpoints,
      Consumer<String> events) {
    ServerWatch watch = new ServerWatch(sessions, cluster, ownCheckpoints, events);
    watch.clock.scheduleWithFixedDelay(watch::poll, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    return watch;
  }

  ServerWatch(
      Supplier<Connection> sessions,
      boolean cluster,
      boolean ownCheckpoints,
      Consumer<String> events) {
    this.sessions = sessions;
    this.connection = sessions.get();
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
    try {
      if (!answers) {
        reconnect();
      }
      askAll();
      if (!answers) {
        tell("the server answers the watch again");
      }
      answers = true;
    } catch (SQLException | UserError e) {
      if (answers) {
        tell("the server does not answer the watch: " + firstLine(e));
      }
      answers = false;
    }
  }

  private void askAll() throws SQLException {
    for (Iterator<Question> all = questions.iterator(); all.hasNext(); ) {
      Question question = all.next();
      try {
        question.ask().news(connection).forEach(this::tell);
      } catch (SQLException e) {
        if (lost(e)) {
          throw e;
        }
        all.remove();
        tell(question.about() + " cannot be watched: " + firstLine(e));
      } catch (UserError e) {
        all.remove();
        tell(question.about() + " cannot be watched: " + firstLine(e));
      }
    }
  }

  private void reconnect() throws SQLException {
    connection.close();
    connection = sessions.get();
    if (closed) {
      connection.close();
    }
  }

  /** Closing breaks off the question that is under way, which is no news of the server. */
  private void tell(String event) {
    if (!closed) {
      events.accept(event);
    }
  }

  private static boolean lost(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith(SqlState.CONNECTION_EXCEPTIONS)
        || state.startsWith(SqlState.ENDED_BY_SERVER);
  }

  private static String firstLine(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    closed = true;
    clock.shutdownNow();
    try {
      connection.close();
    } catch (SQLException e) {
      // It ends with the process; nothing of the run depends on it.
    }
  }
}
