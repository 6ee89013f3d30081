package storagebench.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import storagebench.server.SqlDiagnosis;
import storagebench.server.SqlScript;
import storagebench.workload.Batch;
import storagebench.workload.Digest;

/**
 * Batches that wait on the server, each in a table of its own, so that reading one costs the same
 * whatever else is staged. A batch is staged once and serves every variant, trial and fork; when
 * more than {@link #ROW_LIMIT} rows wait, others are dropped first. Thread-safe.
 */
public final class Staging {
  /** All such tables' names begin with this. */
  static final String PREFIX = "staged_";

  /** The table that lists them; its name begins so too. */
  static final String LIST = "staged_batch";

  /** About 5 GB of HEAP. */
  static final long ROW_LIMIT = 20_000_000;

  private final Connection connection;
  private final Workload workload;
  private final long rowLimit;

  /**
   * @param connection stays the caller's; commits every statement
   * @param workload where the rows come from
   */
  public Staging(Connection connection, Workload workload) {
    this(connection, workload, ROW_LIMIT);
  }

  Staging(Connection connection, Workload workload, long rowLimit) {
    this.connection = connection;
    this.workload = workload;
    this.rowLimit = rowLimit;
  }

  /**
   * A batch that waits.
   *
   * @param table its table's name within the schema
   * @param digest what is in it
   */
  public record StagedBatch(String table, Digest digest) {}

  /** The session that stages. */
  Connection connection() {
    return connection;
  }

  /** Where the rows come from. */
  public Workload workload() {
    return workload;
  }

  /**
   * Makes sure that the workload still has the rows that it was opened with.
   *
   * @throws storagebench.UserError if it has not
   */
  public void requireSameRows() {
    workload.requireSame(connection);
  }

  /** How many batches of that many rows may wait at once; at least one. */
  public long capacity(int rows) {
    return Math.max(1, rowLimit / rows);
  }

  /** Stages a batch, unless it waits already. */
  public synchronized StagedBatch stage(Batch batch) {
    String table = table(batch);
    try {
      Digest digest = find(table);
      if (digest == null) {
        makeRoom(batch.rows());
        digest = load(table, batch);
      }
      return new StagedBatch(table, digest);
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("stage " + batch.rows() + " rows", e);
    }
  }

  /** Drops a staged batch, if it is there. */
  public synchronized void drop(Batch batch) {
    try {
      forget(table(batch));
    } catch (SQLException e) {
      throw SqlDiagnosis.explain("drop a staged batch", e);
    }
  }

  /** The same name for the same bytes, and for no others. */
  private String table(Batch batch) {
    return String.join(
        "_", PREFIX + workload.key(), Long.toString(batch.first()), Integer.toString(batch.rows()));
  }

  private Digest find(String table) throws SQLException {
    try (PreparedStatement query = prepare("staged/find")) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? new Digest(
                row.getLong("row_count"), row.getLong("text_bytes"), row.getLong("checksum"))
            : null;
      }
    }
  }

  /** The row that says a batch waits is written last: without it a table is a dead run's. */
  private Digest load(String table, Batch batch) throws SQLException {
    Map<String, String> variables = new TreeMap<>(workload.table());
    variables.put("table", table);
    unlist(table);
    SqlScript.named("drop").execute(connection, variables);
    SqlScript.named("staging").execute(connection, variables);
    Digest digest = workload.stage(this, table, batch);
    SqlScript.named("freeze").execute(connection, variables);
    list(table, batch.first(), digest);
    return digest;
  }

  private void list(String table, long first, Digest digest) throws SQLException {
    try (PreparedStatement insert = prepare("staged/add")) {
      insert.setString(1, table);
      insert.setLong(2, workload.seed());
      insert.setLong(3, first);
      insert.setLong(4, digest.rows());
      insert.setLong(5, digest.textBytes());
      insert.setLong(6, digest.checksum());
      insert.executeUpdate();
    }
  }

  /**
   * The numbered copy of a table, from which batches are taken. It counts among the staged rows and
   * is given up as batches are, after those of other rows.
   *
   * @param least rows that it needs to have
   * @param rows rows that it gets, if it has to be made
   */
  synchronized String copy(long least, long rows, Copying copying) throws SQLException {
    String table = PREFIX + workload.key() + "_rows";
    Digest there = find(table);
    if (there == null || there.rows() < least) {
      forget(table);
      makeRoom(rows);
      copying.copy(table, rows);
      list(table, Long.MAX_VALUE, new Digest(rows, 0, 0));
    }
    return table;
  }

  /** Copies the first rows of a table into a new one. */
  @FunctionalInterface
  interface Copying {
    void copy(String table, long rows) throws SQLException;
  }

  private void makeRoom(long rows) throws SQLException {
    Map<String, Long> waiting = new LinkedHashMap<>();
    try (PreparedStatement query = prepare("staged/list")) {
      query.setLong(1, workload.seed());
      query.setLong(2, rows);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          waiting.put(row.getString("relation"), row.getLong("row_count"));
        }
      }
    }
    long total = rows + waiting.values().stream().mapToLong(Long::longValue).sum();
    for (Map.Entry<String, Long> batch : waiting.entrySet()) {
      if (total <= rowLimit) {
        return;
      }
      forget(batch.getKey());
      total -= batch.getValue();
    }
  }

  private void forget(String table) throws SQLException {
    unlist(table);
    SqlScript.named("drop").execute(connection, Map.of("table", table));
  }

  private void unlist(String table) throws SQLException {
    try (PreparedStatement delete = prepare("staged/remove")) {
      delete.setString(1, table);
      delete.executeUpdate();
    }
  }

  private PreparedStatement prepare(String script) throws SQLException {
    return connection.prepareStatement(SqlScript.named(script).statement(Map.of()));
  }
}
