package storagebench.choose;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import storagebench.query.Answer;
import storagebench.query.TimedQueries;
import storagebench.query.UserQueries;
import storagebench.results.ProfileFolder;
import storagebench.statistics.Estimate;

/** Asks the tables on one front. */
final class FrontRounds {
  private final UserQueries queries;
  private final List<FrontTable> tables;
  private final Duration limit;
  private final Path run;
  private final List<Answer<Asked>> answers = new ArrayList<>();

  /** A query, by its number from 1, of a table. */
  private record Asked(int query, FrontTable table) {}

  /**
   * @param limit after which the server stops a query
   * @param run the folder of the race, which keeps how queries are executed
   */
  FrontRounds(UserQueries queries, List<FrontTable> tables, Duration limit, Path run) {
    this.queries = queries;
    this.tables = List.copyOf(tables);
    this.limit = limit;
    this.run = run;
  }

  /**
   * Asks each query of each table.
   *
   * @param connection commits every statement; stays the caller's
   */
  QueryTimes ask(Connection connection, Random random) throws SQLException {
    List<Asked> all =
        numbers().flatMap(query -> tables.stream().map(table -> new Asked(query, table))).toList();
    try (TimedQueries<Asked> timed = new TimedQueries<>(connection, limit, this::sql)) {
      for (Asked asked : all) {
        keep(asked, timed.plan(asked));
      }
      timed.ask(all, random, answers::add);
    }
    return new QueryTimes(
        queries.texts(),
        limit,
        all.stream().map(this::line).toList(),
        numbers().filter(this::unlike).toList());
  }

  private Stream<Integer> numbers() {
    return IntStream.rangeClosed(1, queries.texts().size()).boxed();
  }

  private String sql(Asked asked) {
    return queries.of(asked.table.name()).get(asked.query - 1);
  }

  private QueryTimes.Line line(Asked asked) {
    List<Answer<Asked>> given = answers.stream().filter(a -> a.cell().equals(asked)).toList();
    boolean stopped = given.stream().anyMatch(Answer::stopped);
    return new QueryTimes.Line(
        asked.query,
        asked.table.contender(),
        stopped
            ? Estimate.exact(Double.NaN)
            : Estimate.ofMean(given.stream().mapToDouble(Answer::milliseconds).toArray()),
        given.size());
  }

  /** Whether not all gave the same rows. */
  private boolean unlike(int query) {
    List<Answer<Asked>> given = answers.stream().filter(a -> a.cell().query == query).toList();
    return given.stream().anyMatch(one -> given.stream().anyMatch(one::isUnlike));
  }

  private void keep(Asked asked, String plan) {
    ProfileFolder.keepPlan(run, QueryTimes.plan(asked.query, asked.table.contender()), plan);
  }
}
