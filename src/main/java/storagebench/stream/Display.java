package storagebench.stream;

/** Shows the progress of a stream. */
interface Display extends AutoCloseable {
  /**
   * A phase begins or goes on.
   *
   * @param pace what is done of it
   */
  void phase(Phase phase, PhaseProgress pace);

  /**
   * A batch is about to be staged and inserted.
   *
   * @param k from 1
   * @param hour of the day, 0-23
   */
  void batch(int k, int hour);

  /** A batch is in one of the tables; the progress includes it already. */
  void inserted(BatchRow row);

  /** All variants have the batch. */
  void batchDone();

  /** All batches of the phase are in; what follows is not timed. */
  void loaded();

  /** A notice. */
  void line(String text);

  @Override
  void close();
}
