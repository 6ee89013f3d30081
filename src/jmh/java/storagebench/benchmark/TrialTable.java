package storagebench.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import storagebench.profile.ServerUse;
import storagebench.profile.TrialWatches;
import storagebench.profile.WatchedTrial;
import storagebench.server.Target;
import storagebench.storage.BenchTable;
import storagebench.storage.Footprint;
import storagebench.storage.Indexes;
import storagebench.storage.Staging;
import storagebench.storage.TrialSide;
import storagebench.storage.Workload;
import storagebench.workload.Digest;

/** A table of the trial, on its server, and what was sent to it. */
public final class TrialTable {
  private final Target target;
  private final Connection connection;
  private final Staging staging;
  private final BenchTable table;
  private final WatchedTrial watched;
  private final ServerUse use;
  private Digest sent;

  /**
   * Makes the table with its indexes and loads the rows that are there before the first batch.
   *
   * @param prefix tells the files that profilers make of it from those of another table
   */
  TrialTable(
      String prefix,
      TrialSide side,
      String variant,
      Map<String, String> options,
      String workloadName,
      Indexes indexes,
      int preloadRows)
      throws SQLException {
    target = side.target();
    // The driver would split a user's DDL once more, by rules that are not quite the server's.
    connection = target.connect(Target.AS_PSQL);
    Workload workload = Workload.open(workloadName, connection);
    staging = new Staging(connection, workload);
    table = BenchTable.create(connection, workload, side.in(variant, options), indexes);
    sent = table.preload(staging, preloadRows);
    watched = new WatchedTrial(prefix, target, table, table.variant());
    use = new ServerUse(watched);
  }

  /** The batches that wait on its server. */
  public Staging staging() {
    return staging;
  }

  /** Its name within the schema. */
  public String name() {
    return table.name();
  }

  /** What profilers may know of it. */
  WatchedTrial watched() {
    return watched;
  }

  /** What its server spends on its batches. */
  ServerUse use() {
    return use;
  }

  Target target() {
    return target;
  }

  Digest sent() {
    return sent;
  }

  Footprint footprint() {
    return table.footprint();
  }

  void inserted(Digest batch) {
    sent = sent.plus(batch);
  }

  void verifyAndDrop() throws SQLException {
    try {
      table.verify(sent);
    } finally {
      TrialWatches.dropping(watched);
      table.drop();
      use.close();
      connection.close();
      target.close();
    }
  }
}
