package storagebench.stream;

import storagebench.storage.Variant;

/**
 * One answer to a query.
 *
 * @param query what was asked
 * @param variant whose table was asked
 * @param clustered whether the table was sorted by CLUSTER before
 * @param milliseconds from sending the query to its last row
 * @param rows what came back, in a form that is the same for the same rows
 */
record Answer(Query query, Variant variant, boolean clustered, double milliseconds, String rows) {

  /** Which of the answers belong together: all that should take the same time. */
  record Cell(Query query, Variant variant, boolean clustered) {
    /** {@code loaded} as the rows came in, or {@code clustered}. */
    String state() {
      return clustered ? "clustered" : "loaded";
    }
  }

  Cell cell() {
    return new Cell(query, variant, clustered);
  }
}
