package storagebench.stream;

import java.util.Locale;
import storagebench.storage.Variant;
import storagebench.stream.BatchRow.Place;
import storagebench.stream.BatchRow.Times;
import storagebench.workload.Digest;

/**
 * A batch as a line of {@code stream.csv}.
 *
 * @param checksum in hexadecimal digits
 * @param insertMs null where not known, as are the others
 */
record BatchLine(
    int phase,
    Variant variant,
    int batch,
    int hour,
    long rows,
    long textBytes,
    String checksum,
    Double insertMs,
    Double commitMs,
    Double serverInsertMs,
    Double serverCommitMs) {
  /** The file in a stream's folder. */
  static final String FILE = "stream.csv";

  /** The line of a batch of that hour. */
  static BatchLine of(BatchRow row, int hour) {
    Place place = row.place();
    Digest digest = row.digest();
    Times times = row.times();
    return new BatchLine(
        place.phase().number(),
        place.variant(),
        place.batch(),
        hour,
        digest.rows(),
        digest.textBytes(),
        String.format(Locale.ROOT, "%016x", digest.checksum()),
        known(times.insert()),
        known(times.commit()),
        known(times.serverInsert()),
        known(times.serverCommit()));
  }

  /** The batch. */
  BatchRow row() {
    return new BatchRow(
        new Place(Phase.of(phase), variant, batch),
        new Digest(rows, textBytes, Long.parseUnsignedLong(checksum, 16)),
        new Times(
            millis(insertMs), millis(commitMs), millis(serverInsertMs), millis(serverCommitMs)));
  }

  private static double millis(Double known) {
    return known == null ? Double.NaN : known;
  }

  private static Double known(double millis) {
    return Double.isNaN(millis) ? null : millis;
  }
}
