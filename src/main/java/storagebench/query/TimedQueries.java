package storagebench.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import storagebench.server.SqlScript;
import storagebench.server.SqlState;

/**
 * Executes queries by the clock. They change nothing, and the server stops one that takes longer
 * than the limit, even if its client is gone; the session is as before once this is closed.
 *
 * @param <C> what is asked of which table
 */
public final class TimedQueries<C> implements AutoCloseable {
  /** How often each is asked. */
  public static final int REPEATS = 7;

  private final Connection connection;
  private final Duration limit;
  private final Function<C, String> sql;

  /**
   * @param connection commits every statement; stays the caller's
   * @param limit for each query
   * @param sql the query of a cell
   */
  public TimedQueries(Connection connection, Duration limit, Function<C, String> sql)
      throws SQLException {
    this.connection = connection;
    this.limit = limit;
    this.sql = sql;
    SqlScript.named("query_limits").execute(connection, Map.of("timeout", limit.toSeconds() + "s"));
  }

  /** The plan as it was executed, with the rows and times of its parts; as expected if stopped. */
  public String plan(C cell) throws SQLException {
    Optional<Timed<String>> executed =
        execute("EXPLAIN ANALYZE " + sql.apply(cell), TimedQueries::text);
    if (executed.isPresent()) {
      return executed.get().result + "\n";
    }
    Optional<Timed<String>> expected = execute("EXPLAIN " + sql.apply(cell), TimedQueries::text);
    return "EXPLAIN ANALYZE stopped after "
        + limit.toSeconds()
        + " s; EXPLAIN:\n"
        + expected.map(Timed::result).orElse("")
        + "\n";
  }

  /**
   * Asks each {@link #REPEATS} times, all in one random order, so that drift and caches fall on all
   * alike. What is stopped at the limit is not asked again.
   *
   * @param answers takes each as it comes
   */
  public void ask(Collection<C> cells, Random random, Consumer<Answer<C>> answers)
      throws SQLException {
    List<C> asked = new ArrayList<>();
    cells.forEach(cell -> asked.addAll(Collections.nCopies(REPEATS, cell)));
    Collections.shuffle(asked, random);
    Set<C> stopped = new HashSet<>();
    for (C cell : asked) {
      if (!stopped.contains(cell)) {
        Answer<C> answer = ask(cell);
        if (answer.stopped()) {
          stopped.add(cell);
        }
        answers.accept(answer);
      }
    }
  }

  private Answer<C> ask(C cell) throws SQLException {
    return execute(sql.apply(cell), AnswerRows::of)
        .map(timed -> new Answer<>(cell, timed.milliseconds, timed.result))
        .orElseGet(() -> Answer.stopped(cell));
  }

  private record Timed<T>(double milliseconds, T result) {}

  /** What is made of the rows; outside the clock. */
  private interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /** Empty if the server stopped it at the limit. */
  private <T> Optional<Timed<T>> execute(String query, Reader<T> reader) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // JDBC's own {escapes} are no SQL of the server's.
      statement.setEscapeProcessing(false);
      long begun = System.nanoTime();
      // The driver has read the last row when this returns.
      try (ResultSet rows = statement.executeQuery(query)) {
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        return Optional.of(new Timed<>(milliseconds, reader.read(rows)));
      } catch (SQLException e) {
        boolean late = System.nanoTime() - begun >= limit.toNanos();
        if (SqlState.QUERY_CANCELED.equals(e.getSQLState()) && late) {
          return Optional.empty();
        }
        throw e;
      }
    }
  }

  /** A plan has one column. */
  private static String text(ResultSet rows) throws SQLException {
    List<String> lines = new ArrayList<>();
    while (rows.next()) {
      lines.add(rows.getString(1));
    }
    return String.join("\n", lines);
  }

  @Override
  public void close() throws SQLException {
    SqlScript.named("query_limits_end").execute(connection, Map.of());
  }
}
