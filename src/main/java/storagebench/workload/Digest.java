package storagebench.workload;

/**
 * What is known of rows without keeping them.
 *
 * @param rows number of rows
 * @param textBytes their size in bytes as COPY text, line ends included: the numerator of every
 *     compression ratio
 * @param checksum their {@link Checksum}
 */
public record Digest(long rows, long textBytes, long checksum) {
  /** The digest of no rows. */
  public static final Digest EMPTY = new Digest(0, 0, 0);

  /** The digest of a batch, made without keeping its bytes. */
  public static Digest of(CallStream stream, Batch batch) {
    TextEncoder encoder = new TextEncoder();
    byte[] line = new byte[RowEncoder.MAX_ROW_BYTES];
    Checksum checksum = new Checksum();
    long[] bytes = {0};
    batch.forEach(
        stream,
        row -> {
          bytes[0] += encoder.encode(row, line, 0);
          checksum.add(row);
        });
    return new Digest(batch.rows(), bytes[0], checksum.value());
  }

  /** The digest of these rows and those. */
  public Digest plus(Digest other) {
    return new Digest(rows + other.rows, textBytes + other.textBytes, checksum + other.checksum);
  }
}
