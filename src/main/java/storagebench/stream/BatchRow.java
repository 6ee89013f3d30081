package storagebench.stream;

import storagebench.storage.Variant;
import storagebench.workload.Digest;

/**
 * A batch that is in a table.
 *
 * @param place which batch of which table
 * @param digest its rows
 * @param times how long it took; {@link Times#UNKNOWN} if the client was killed before it could
 *     record them
 */
record BatchRow(Place place, Digest digest, Times times) {

  /**
   * Which batch of which table.
   *
   * @param batch from 1
   */
  record Place(Phase phase, Variant variant, int batch) {
    @Override
    public String toString() {
      return "batch " + batch + " of " + variant + " in " + phase;
    }
  }

  /**
   * Milliseconds; NaN where not known.
   *
   * @param insert the statement, by the client
   * @param commit its commit, by the client
   * @param serverInsert the statement, by the server
   * @param serverCommit its commit, by the server
   */
  record Times(double insert, double commit, double serverInsert, double serverCommit) {
    static final Times UNKNOWN = new Times(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Insert and commit, by the client. */
    double wall() {
      return insert + commit;
    }

    /** Insert and commit, by the server. */
    double server() {
      return serverInsert + serverCommit;
    }

    boolean known() {
      return !Double.isNaN(wall());
    }
  }
}
