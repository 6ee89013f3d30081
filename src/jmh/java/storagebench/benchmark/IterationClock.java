package storagebench.benchmark;

/**
 * Adds up the batches of one iteration over all sessions. One iteration is one batch a session,
 * unless another JMH mode than SingleShotTime is asked for. Not thread-safe.
 */
final class IterationClock {
  private static final double NANOS_PER_MILLI = 1e6;

  private long rows;
  private int batches;
  private long first;
  private long last;
  private long busy;
  private long committing;

  /**
   * What an iteration took.
   *
   * @param rows rows inserted and committed
   * @param wallMillis from the first statement to the last commit
   * @param commitMillis mean over the batches
   */
  record Reading(long rows, double wallMillis, double commitMillis) {}

  void add(long batchRows, BatchTimes times) {
    first = batches == 0 ? times.begun() : Math.min(first, times.begun());
    last = batches == 0 ? times.committed() : Math.max(last, times.committed());
    rows += batchRows;
    batches++;
    busy += times.committed() - times.begun();
    committing += times.committed() - times.executed();
  }

  /** With several batches a session, what lies between them is not the database's. */
  Reading read(int sessions) {
    double wall = batches <= sessions ? last - first : (double) busy / sessions;
    return new Reading(
        rows,
        wall / NANOS_PER_MILLI,
        batches == 0 ? Double.NaN : committing / NANOS_PER_MILLI / batches);
  }

  void reset() {
    rows = 0;
    batches = 0;
    busy = 0;
    committing = 0;
  }
}
