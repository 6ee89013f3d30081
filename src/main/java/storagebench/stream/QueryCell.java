package storagebench.stream;

import storagebench.storage.Variant;

/**
 * Which of the answers belong together: all that should take the same time.
 *
 * @param query what is asked
 * @param variant whose table is asked
 * @param clustered whether the table was sorted by CLUSTER before
 */
record QueryCell(Query query, Variant variant, boolean clustered) {
  /** {@code loaded} as the rows came in, or {@code clustered}. */
  String state() {
    return clustered ? "clustered" : "loaded";
  }
}
