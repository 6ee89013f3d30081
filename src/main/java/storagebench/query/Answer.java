package storagebench.query;

/**
 * One answer to a query.
 *
 * @param cell what was asked of which table
 * @param milliseconds from sending the query to its last row; NaN if it was stopped
 * @param rows what came back; null if it was stopped
 */
public record Answer<C>(C cell, double milliseconds, AnswerRows rows) {
  /** The answer to a query that the server stopped at the limit. */
  static <C> Answer<C> stopped(C cell) {
    return new Answer<>(cell, Double.NaN, null);
  }

  /** Whether both came to an end, with other rows. */
  public boolean isUnlike(Answer<C> other) {
    return !stopped() && !other.stopped() && !rows.equals(other.rows);
  }

  /** Whether the server stopped it at the limit. */
  public boolean stopped() {
    return rows == null;
  }
}
