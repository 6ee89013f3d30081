package storagebench.workload;

import java.util.function.Consumer;

/**
 * A run of consecutive records of the stream.
 *
 * @param first sequence number of the first row
 * @param rows number of rows
 */
public record Batch(long first, int rows) {

  /**
   * Batch k of the batches of one size; the same rows for every variant and ingest method.
   *
   * @param index 0 for the first batch
   * @param rows rows in every batch
   */
  public static Batch numbered(long index, int rows) {
    return new Batch(CallStream.ORIGIN + index * rows, rows);
  }

  /** Hands every record of the batch to the consumer, in order. */
  public void forEach(CallStream stream, Consumer<CallRecord> consumer) {
    for (long sequence = first; sequence < first + rows; sequence++) {
      consumer.accept(stream.record(sequence));
    }
  }
}
