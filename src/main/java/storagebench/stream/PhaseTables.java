package storagebench.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import storagebench.server.SqlScript;
import storagebench.storage.BenchTable;
import storagebench.storage.Indexes;
import storagebench.storage.Variant;
import storagebench.storage.Workload;

/** The tables of one phase, one for each variant. */
final class PhaseTables {
  private final Connection connection;
  private final Phase phase;
  private final Map<Variant, BenchTable> tables = new TreeMap<>();

  /**
   * @param connection stays the caller's; commits every statement
   */
  PhaseTables(Connection connection, StreamPlan plan, Workload workload, Phase phase) {
    this.connection = connection;
    this.phase = phase;
    for (Variant variant : plan.variants()) {
      tables.put(
          variant,
          new BenchTable(
              connection, workload, variant, plan.partitions(), plan.table(phase, variant)));
    }
  }

  /** Creates them, and says so in the journal: all or nothing. */
  void create(Journal journal) throws SQLException {
    connection.setAutoCommit(false);
    try {
      tables.values().forEach(table -> table.create(phase.indexes() ? Indexes.ALL : Indexes.NONE));
      journal.begin(phase);
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** The table of a variant. */
  BenchTable of(Variant variant) {
    return tables.get(variant);
  }

  /** Gathers statistics of all. */
  void analyze() throws SQLException {
    for (BenchTable table : tables.values()) {
      SqlScript.named("analyze").execute(connection, table.variables());
    }
  }

  /** Frees what an insert that did not commit left, where it would count. */
  void vacuum() throws SQLException {
    BenchTable heap = tables.get(Variant.HEAP);
    if (heap != null) {
      SqlScript.named("stream/vacuum").execute(connection, heap.variables());
    }
  }

  /** Drops those that are there. */
  void drop() {
    tables.values().forEach(BenchTable::drop);
  }
}
