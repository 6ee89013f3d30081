package storagebench.choose;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import storagebench.run.plan.PlannedCell;
import storagebench.storage.Staging;
import storagebench.storage.Workload;

/** The tables on a front, made and filled one after the other, and dropped together. */
final class FrontTables implements AutoCloseable {
  private final Connection connection;
  private final Staging staging;
  private final List<FrontTable> tables = new ArrayList<>();

  /**
   * @param connection commits every statement; stays the caller's
   * @param workload where the rows of the race came from
   */
  FrontTables(Connection connection, Workload workload) {
    this.connection = connection;
    this.staging = new Staging(connection, workload);
  }

  /**
   * Makes and fills one more.
   *
   * @param rows that it holds after a trial
   */
  void add(Contender contender, PlannedCell cell, long rows) throws SQLException {
    FrontTable table = FrontTable.create(connection, staging.workload(), contender, cell);
    tables.add(table);
    table.fill(connection, staging, cell.parameters(), rows);
  }

  /** All so far. */
  List<FrontTable> all() {
    return List.copyOf(tables);
  }

  @Override
  public void close() {
    close(tables.iterator());
  }

  /** The others are dropped even if one fails. */
  private static void close(Iterator<FrontTable> left) {
    if (left.hasNext()) {
      FrontTable next = left.next();
      try (next) {
        close(left);
      }
    }
  }
}
