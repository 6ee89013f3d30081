package storagebench.results;

import java.util.Optional;
import java.util.Set;
import storagebench.results.Metric.Direction;

/**
 * Names of the metrics that the suite's profilers add to JMH's JSON. Unlike {@link Metric} their
 * set is open: instances, wait events and counters have names of the server's. Their direction
 * follows from how the name begins.
 */
public final class ProfilerMetric {
  /** Shares of the batches' time by wait class, over the instances that store rows. */
  public static final String WAIT = "wait.";

  /** The same shares, before the commit began only. */
  public static final String WAIT_BEFORE_COMMIT = "wait.before_commit.";

  /** The busiest segment by the mean. */
  public static final String WAIT_SKEW = "wait.skew";

  /** WAL bytes a row over all instances. */
  public static final String WAL_BYTES = "wal.bytes_per_row";

  /** WAL records a row over all instances. */
  public static final String WAL_RECORDS = "wal.records_per_row";

  /** Full-page images a row over all instances. */
  public static final String WAL_IMAGES = "wal.full_page_images_per_row";

  /** Instances that finished a checkpoint during the batch. */
  public static final String WAL_CHECKPOINTS = "wal.checkpoints";

  /** The segment with most rows by the mean. */
  public static final String SEGMENTS_ROWS_SKEW = "segments.rows_skew";

  /** The segment with most bytes by the mean. */
  public static final String SEGMENTS_BYTES_SKEW = "segments.bytes_skew";

  /** Files that hold rows, over all segments. */
  public static final String SEGMENTS_FILES = "segments.files";

  /** Time of planning the measured statement. */
  public static final String PLAN_PLANNING = "plan.planning";

  /** Time of executing the measured statement, under EXPLAIN. */
  public static final String PLAN_EXECUTION = "plan.execution";

  /** Rows that moved between segments. */
  public static final String PLAN_MOVED = "plan.rows_moved";

  /** CPU time a row of all server processes that inserted. */
  public static final String BACKENDS_CPU = "backends.cpu";

  /** Changes of the server's statistics views. */
  public static final String SERVER = "server.";

  private static final Set<String> PROFILERS =
      Set.of("wait", "wal", "segments", "plan", "backends", "server", "flame");

  private ProfilerMetric() {}

  /** Which way a metric is good; empty if it is none of the suite's profilers. */
  public static Optional<Direction> direction(String label) {
    int dot = label.indexOf('.');
    if (dot < 0 || !PROFILERS.contains(label.substring(0, dot))) {
      return Optional.empty();
    }
    return Optional.of(neutral(label) ? Direction.NEUTRAL : less(label));
  }

  /**
   * The metric of a fork: the mean over its iterations, or what was taken of the whole trial.
   *
   * @return empty if the fork does not have it, finite
   */
  public static Optional<Double> of(Fork fork, String label) {
    Optional<Series> series =
        Optional.ofNullable(fork.secondary().get(label)).filter(Series::isFinite);
    return label.startsWith(WAIT) && !label.equals(WAIT_SKEW)
        ? share(fork, label, series)
        : series.map(Series::mean);
  }

  /** A wait that was not seen in an iteration, or in none of a fork that looked, had no share. */
  private static Optional<Double> share(Fork fork, String label, Optional<Series> seen) {
    boolean looked = fork.secondary().containsKey(WAIT + "cpu");
    return seen.map(s -> s.sum() / fork.primary().size())
        .or(
            () ->
                looked && !fork.secondary().containsKey(label)
                    ? Optional.of(0.0)
                    : Optional.empty());
  }

  /** How the work is spread and what was counted by the way. */
  private static boolean neutral(String label) {
    return label.endsWith("cpu") && label.startsWith(WAIT)
        || label.matches("segments\\.(segment.*|files|bytes_per_file)")
        || label.equals("plan.orca")
        || label.startsWith(SERVER) && label.matches(".*(_hit|tup_ins|_live_tup|since_\\w+)")
        || label.startsWith("flame.");
  }

  private static Direction less(String label) {
    return label.equals("segments.rows_per_file")
        ? Direction.HIGHER_IS_BETTER
        : Direction.LOWER_IS_BETTER;
  }
}
