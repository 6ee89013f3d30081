package storagebench.choose;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import storagebench.results.Params;
import storagebench.run.plan.PlannedCell;
import storagebench.server.SqlScript;
import storagebench.storage.BenchTable;
import storagebench.storage.Staging;
import storagebench.storage.Workload;
import storagebench.workload.Batch;
import storagebench.workload.Digest;

/**
 * A table on a front, made anew. It has the rows of a trial, batch by batch; they come by INSERT
 * ... SELECT, whatever the race inserted by. It is dropped when it is closed.
 *
 * @param contender whose it is
 */
record FrontTable(Contender contender, BenchTable table) implements AutoCloseable {
  /**
   * Makes it, empty.
   *
   * @param connection commits every statement; stays the caller's
   */
  static FrontTable create(
      Connection connection, Workload workload, Contender contender, PlannedCell cell) {
    return new FrontTable(
        contender,
        BenchTable.create(connection, workload, cell.variant().orElseThrow(), cell.indexes()));
  }

  /**
   * Fills it, checks its rows and gathers statistics.
   *
   * @param staging where the rows come from
   * @param parameters of the trial
   * @param rows that a table holds after a trial
   */
  void fill(Connection connection, Staging staging, Map<String, String> parameters, long rows)
      throws SQLException {
    int preloaded = Integer.parseInt(parameters.getOrDefault(Params.PRELOAD_ROWS, "0"));
    int batchSize = Integer.parseInt(parameters.get(Params.BATCH_SIZE));
    Digest sent = table.preload(staging, preloaded);
    for (int batch = 0; sent.rows() < rows; batch++) {
      sent = sent.plus(table.insert(staging, Batch.numbered(batch, batchSize)));
    }
    table.verify(sent);
    SqlScript.named("analyze").execute(connection, table.variables());
  }

  String name() {
    return table.name();
  }

  @Override
  public void close() {
    table.drop();
  }
}
