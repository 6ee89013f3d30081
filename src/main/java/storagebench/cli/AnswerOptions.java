package storagebench.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Unmatched;
import storagebench.UserError;
import storagebench.query.QueryTimeout;
import storagebench.run.plan.Amounts;

/**
 * What is shown beside the answer of a race. It decides nothing, so that it may be given anew when
 * a race is resumed.
 */
final class AnswerOptions {
  private static final String ROWS_PER_DAY = "--rows-per-day";
  private static final String QUERIES = "--queries";
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(1);

  @Option(
      names = ROWS_PER_DAY,
      paramLabel = "ROWS",
      converter = Amounts.Rows.class,
      description =
          "such as 40k, 2.5M or 100M: shows also the minutes of inserting and the GB of a day; may"
              + " be given anew with --resume")
  private Double rowsPerDay;

  @Option(
      names = QUERIES,
      paramLabel = "FILE.sql",
      description =
          "asks its queries, SELECT ... FROM :table, of the tables on the front after the race; may"
              + " be given anew with --resume")
  private String queries;

  @Option(
      names = QueryTimeout.OPTION,
      paramLabel = "TIME",
      converter = Amounts.Time.class,
      description = "the server stops a query that takes longer, such as 90s or 5m (default: 1m)")
  private Duration queryTimeout;

  /** A command line of these options and others. */
  private static final class Words {
    @Mixin private AnswerOptions answer = new AnswerOptions();
    @Unmatched private List<String> others = new ArrayList<>();
  }

  /**
   * Takes the options out of a command line.
   *
   * @param others takes the words that are left, in their order
   */
  static AnswerOptions parse(List<String> arguments, List<String> others) {
    Words words = new Words();
    try {
      new CommandLine(words)
          .setPosixClusteredShortOptionsAllowed(false)
          .setExpandAtFiles(false)
          .parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new UserError(e.getMessage() + "; see -h", e);
    }
    others.addAll(words.others);
    return words.answer;
  }

  /** The options as words of a command line. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    if (rowsPerDay != null) {
      words.addAll(List.of(ROWS_PER_DAY, new BigDecimal(rowsPerDay).toPlainString()));
    }
    if (queries != null) {
      words.addAll(List.of(QUERIES, queries));
    }
    if (queryTimeout != null) {
      words.addAll(List.of(QueryTimeout.OPTION, queryTimeout.toSeconds() + "s"));
    }
    return words;
  }

  /** These, and those of an earlier command where these do not have them. */
  AnswerOptions or(AnswerOptions before) {
    AnswerOptions either = new AnswerOptions();
    either.rowsPerDay = rowsPerDay == null ? before.rowsPerDay : rowsPerDay;
    either.queries = queries == null ? before.queries : queries;
    either.queryTimeout = queryTimeout == null ? before.queryTimeout : queryTimeout;
    return either;
  }

  /**
   * These, if they go together.
   *
   * @throws UserError if not
   */
  AnswerOptions checked() {
    QueryTimeout.check(Optional.ofNullable(queryTimeout), queries != null);
    return this;
  }

  /** Rows that the user inserts a day. */
  OptionalDouble rowsPerDay() {
    return rowsPerDay == null ? OptionalDouble.empty() : OptionalDouble.of(rowsPerDay);
  }

  /** The file of queries. */
  Optional<String> queries() {
    return Optional.ofNullable(queries);
  }

  /** After which the server stops a query. */
  Duration queryTimeout() {
    return queryTimeout == null ? USUAL_TIMEOUT : queryTimeout;
  }
}
