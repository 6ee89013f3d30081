package storagebench.results;

/** Names of the benchmarks' parameters, as in {@code -p} and in JMH's JSON. */
public final class Params {
  /** The table definition. */
  public static final String VARIANT = "variant";

  /** Where the rows come from. */
  public static final String WORKLOAD = "workload";

  /** The workload of what was measured before there was a choice. */
  public static final String CALL_DETAIL_RECORDS = "cdr";

  /** Rows of a batch. */
  public static final String BATCH_SIZE = "batchSize";

  /** Whether the table has indexes. */
  public static final String INDEXES = "indexes";

  /** Rows that are in the table before the first batch. */
  public static final String PRELOAD_ROWS = "preloadRows";

  /** The format of COPY. */
  public static final String FORMAT = "format";

  private Params() {}
}
