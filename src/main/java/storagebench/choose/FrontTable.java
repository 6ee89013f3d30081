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
 * A table on a front, filled as a trial fills it.
 *
 * @param contender whose it is
 */
record FrontTable(Contender contender, BenchTable table) {
  /**
   * Makes and fills it, checks its rows and gathers statistics.
   *
   * @param connection stays the caller's; commits every statement
   * @param rows that it holds after a trial
   */
  static FrontTable filled(Connection connection, Contender contender, PlannedCell cell, long rows)
      throws SQLException {
    Workload workload = Workload.open(cell.workload(), connection);
    BenchTable table =
        BenchTable.create(connection, workload, cell.variant().orElseThrow(), cell.indexes());
    FrontTable filled = new FrontTable(contender, table);
    try {
      filled.fill(connection, new Staging(connection, workload), cell.parameters(), rows);
      return filled;
    } catch (SQLException | RuntimeException e) {
      filled.drop();
      throw e;
    }
  }

  private void fill(
      Connection connection, Staging staging, Map<String, String> parameters, long rows)
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

  void drop() {
    table.drop();
  }
}
