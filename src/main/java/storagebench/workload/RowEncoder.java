package storagebench.workload;

/** Writes records as the bytes of one COPY format. Not thread-safe. */
interface RowEncoder {
  /** No row of any format is longer. */
  int MAX_ROW_BYTES = 512;

  /**
   * Writes one row.
   *
   * @param to at least {@link #MAX_ROW_BYTES} long from {@code at} on
   * @return the position after the row
   */
  int encode(CallRecord row, byte[] to, int at);

  /** What stands before the first row. */
  byte[] header();

  /** What stands after the last row. */
  byte[] trailer();
}
