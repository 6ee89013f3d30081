package storagebench.choose;

import java.time.Duration;
import java.util.List;
import storagebench.statistics.Estimate;

/**
 * How long the user's queries of the tables on a front took.
 *
 * @param queries their texts, shortened
 * @param limit after which the server stopped one
 * @param lines one for each query and table, by query
 * @param unlike numbers of queries that did not give the same rows from all tables
 */
public record QueryTimes(
    List<String> queries, Duration limit, List<Line> lines, List<Integer> unlike) {
  public QueryTimes {
    queries = List.copyOf(queries);
    lines = List.copyOf(lines);
    unlike = List.copyOf(unlike);
  }

  /**
   * A query of a table.
   *
   * @param query its number, from 1
   * @param milliseconds mean of the times; NaN if the server stopped it
   * @param times how often it was asked
   */
  public record Line(int query, Contender contender, Estimate milliseconds, int times) {
    /** The name of the file that keeps how it is executed, see {@link #plan(int, Contender)}. */
    public String plan() {
      return QueryTimes.plan(query, contender);
    }

    /** Whether the server stopped it. */
    public boolean stopped() {
      return Double.isNaN(milliseconds.value());
    }
  }

  /** The name of the file that keeps how a query of a table is executed, without its ending. */
  static String plan(int query, Contender contender) {
    return "query" + query + "-" + contender.name().replaceAll("[^A-Za-z0-9=]+", "-");
  }

  /** How long a query takes by how long it takes of the table that answers first. */
  public double ofFastest(Line line) {
    double fastest =
        lines.stream()
            .filter(other -> other.query == line.query && !other.stopped())
            .mapToDouble(other -> other.milliseconds.value())
            .min()
            .orElse(Double.NaN);
    return line.milliseconds.value() / fastest;
  }
}
