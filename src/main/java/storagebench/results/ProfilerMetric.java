package storagebench.results;

import java.util.Optional;
import java.util.Set;
import storagebench.results.Metric.Direction;

/**
 * Names of the metrics that the suite's profilers add to JMH's JSON, and of those by which the
 * benchmark {@code gpfdist} tells what each segment was served. Unlike {@link Metric} their set is
 * open: instances, wait events and counters have names of the server's. Their direction follows
 * from how the name begins.
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

  /** What the client served, and to which segment: of every batch, without a profiler. */
  public static final String GPFDIST = "gpfdist.";

  /** The segment with most rows by the mean. */
  public static final String GPFDIST_ROWS_SKEW = "gpfdist.rows_skew";

  /** From the beginning of the statement until the first segment asked for rows. */
  public static final String GPFDIST_FIRST_ASKED = "gpfdist.first_asked";

  /** The same until the last segment asked. */
  public static final String GPFDIST_LAST_ASKED = "gpfdist.last_asked";

  /** How long the segment that waited longest for the client did so, at most. */
  public static final String GPFDIST_CLIENT_WAIT = "gpfdist.client_wait";

  private static final Set<String> FAMILIES =
      Set.of("wait", "wal", "segments", "plan", "backends", "server", "flame", "gpfdist");

  private ProfilerMetric() {}

  /** Which way a metric is good; empty if it is none of these. */
  public static Optional<Direction> direction(String label) {
    int dot = label.indexOf('.');
    if (dot < 0 || !FAMILIES.contains(label.substring(0, dot))) {
      return Optional.empty();
    }
    return Optional.of(neutral(label) ? Direction.NEUTRAL : less(label));
  }

  /** Whether a profiler took it, which was asked for. */
  public static boolean isOfProfiler(String label) {
    return direction(label).isPresent() && !label.startsWith(GPFDIST);
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
        || label.startsWith("flame.")
        || label.startsWith(GPFDIST + "segment");
  }

  private static Direction less(String label) {
    return label.equals("segments.rows_per_file")
        ? Direction.HIGHER_IS_BETTER
        : Direction.LOWER_IS_BETTER;
  }
}
