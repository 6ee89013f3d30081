package storagebench.profile;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.ProfilerException;
import storagebench.results.ProfilerMetric;

/**
 * Write-ahead log for each row, on every instance and in all, from the log's position right before
 * and right after the clock. Whatever else writes on the server at the time is counted too. Records
 * and full-page images are those of the whole trial, warm-up batches included, because servers
 * report them late; PostgreSQL has counted them since version 14.
 */
public final class WalProfiler extends TrialProfiler {
  private static final String BYTES = "bytes_per_row";
  private static final String BYTES_PER_ROW = "B/row";

  private final Map<String, Double> written = new TreeMap<>();
  private Map<String, Position> before = Map.of();
  private Counts countsBefore;
  private double checkpoints;
  private long rows;
  private long rowsOfTrial;
  private Instances instances;

  /** For JMH's list. */
  public WalProfiler() {
    super("wal", "WAL bytes and records per row on every instance, full-page images, checkpoints");
  }

  /** For a run. */
  public WalProfiler(String options) throws ProfilerException {
    this();
    noOptions(options);
    probe(connection -> new Instances(connection).ask("wal", (instance, row) -> {}));
  }

  private record Position(double bytes, String checkpoint) {}

  private record Counts(double records, double images) {}

  @Override
  public TrialWatch another() {
    return new WalProfiler();
  }

  @Override
  public void opened(WatchedTrial trial) throws SQLException {
    super.opened(trial);
    instances = new Instances(connection());
    LateStatistics.settle();
    countsBefore = counts();
  }

  @Override
  public void beforeBatch() throws SQLException {
    before = Map.of();
    before = positions();
  }

  @Override
  public void afterBatch(BatchWindow window) throws SQLException {
    rowsOfTrial += window.rows();
    positions()
        .forEach(
            (instance, now) -> {
              Position then = before.get(instance);
              if (then != null) {
                written.merge(instance, now.bytes() - then.bytes(), Double::sum);
                checkpoints += now.checkpoint().equals(then.checkpoint()) ? 0 : 1;
              }
            });
    rows += before.isEmpty() ? 0 : window.rows();
  }

  @Override
  void report(Figures into) {
    if (rows > 0) {
      double all = written.values().stream().mapToDouble(Double::doubleValue).sum();
      into.add(ProfilerMetric.WAL_BYTES, all / rows, BYTES_PER_ROW);
      written.forEach(
          (instance, bytes) ->
              into.add("wal." + instance + "." + BYTES, bytes / rows, BYTES_PER_ROW));
      into.add(ProfilerMetric.WAL_CHECKPOINTS, checkpoints, "checkpoints");
    }
    written.clear();
    checkpoints = 0;
    rows = 0;
  }

  @Override
  public void closing() throws SQLException {
    LateStatistics.settle();
    Counts after = counts();
    if (after != null && countsBefore != null && rowsOfTrial > 0) {
      figures()
          .addOfTrial(
              ProfilerMetric.WAL_RECORDS,
              (after.records() - countsBefore.records()) / rowsOfTrial,
              "records/row");
      figures()
          .addOfTrial(
              ProfilerMetric.WAL_IMAGES,
              (after.images() - countsBefore.images()) / rowsOfTrial,
              "images/row");
    }
  }

  private Map<String, Position> positions() throws SQLException {
    Map<String, Position> positions = new TreeMap<>();
    instances.ask(
        "wal",
        (instance, row) ->
            positions.put(
                instance, new Position(row.getDouble("bytes"), row.getString("checkpoint"))));
    return positions;
  }

  /** Over all instances; null where the server does not count. */
  private Counts counts() throws SQLException {
    if (LateStatistics.lacking(connection()).containsKey("wal")) {
      ProfilerWarnings.tell(
          "wal: this server does not count records and full-page images (pg_stat_wal came with"
              + " PostgreSQL 14); they are left out");
      return null;
    }
    double[] sums = new double[2];
    instances.ask(
        "wal_records",
        (instance, row) -> {
          sums[0] += row.getDouble("records");
          sums[1] += row.getDouble("images");
        });
    return new Counts(sums[0], sums[1]);
  }
}
