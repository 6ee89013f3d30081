package storagebench.query;

/**
 * One answer to a query.
 *
 * @param cell what was asked of which table
 * @param milliseconds from sending the query to its last row; NaN if it was stopped
 * @param rows what came back, a line each; null if it was stopped
 */
public record Answer<C>(C cell, double milliseconds, String rows) {
  /** The answer to a query that the server stopped at the limit. */
  static <C> Answer<C> stopped(C cell) {
    return new Answer<>(cell, Double.NaN, null);
  }

  /** Whether the server stopped it at the limit. */
  public boolean stopped() {
    return rows == null;
  }
}
