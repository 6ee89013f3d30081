package storagebench.stream;

import storagebench.storage.Variant;

/**
 * One answer to a query.
 *
 * @param cell what was asked of which table
 * @param milliseconds from sending the query to its last row; NaN if it was stopped
 * @param rows what came back, in a form that is the same for the same rows; null if it was stopped
 */
record Answer(Cell cell, double milliseconds, String rows) {

  /**
   * Which of the answers belong together: all that should take the same time.
   *
   * @param query what is asked
   * @param variant whose table is asked
   * @param clustered whether the table was sorted by CLUSTER before
   */
  record Cell(Query query, Variant variant, boolean clustered) {
    /** {@code loaded} as the rows came in, or {@code clustered}. */
    String state() {
      return clustered ? "clustered" : "loaded";
    }
  }

  /** The answer to a query that the server stopped at the limit. */
  static Answer stopped(Cell cell) {
    return new Answer(cell, Double.NaN, null);
  }

  boolean stopped() {
    return rows == null;
  }
}
