package storagebench.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import storagebench.UserError;
import storagebench.server.SqlScript;
import storagebench.server.UserScripts;
import storagebench.workload.Batch;
import storagebench.workload.CopyData;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;

/**
 * Where rows come from, and what table they are for: its columns, its distribution and its indexes.
 * Batch k is the same rows for every variant and ingest method. A workload is opened on one server.
 */
public interface Workload {
  /**
   * Opens a workload, and makes its template where it is not there yet.
   *
   * @param name {@code cdr}, a file of {@code sql/workload/}, a file of the user's or a table
   * @param connection commits every statement
   * @throws UserError if there are no such rows, or they cannot be carried
   */
  static Workload open(String name, Connection connection) {
    requireKnown(name);
    if (name.equals(CallDetailRecords.NAME)) {
      return new CallDetailRecords();
    }
    if (SqlScript.list("workload").contains(name)) {
      return SqlWorkload.open(name, SqlScript.named("workload/" + name), connection);
    }
    return isTable(name)
        ? TableWorkload.open(name, connection)
        : SqlWorkload.open(name, UserScripts.read(name), connection);
  }

  /** Whether it is a table, by whose name its rows are known. */
  static boolean isTable(String name) {
    return !name.equals(CallDetailRecords.NAME)
        && !SqlScript.list("workload").contains(name)
        && !UserScripts.isFile(name);
  }

  /**
   * Refuses what can be no workload on any server.
   *
   * @throws UserError with what was expected
   */
  static void requireKnown(String name) {
    if (UserScripts.isFile(name)) {
      UserScripts.read(name);
    } else if (!name.equals(CallDetailRecords.NAME)
        && !SqlScript.list("workload").contains(name)
        && !name.contains(".")) {
      throw new UserError(
          "workload is '"
              + name
              + "'; expected "
              + CallDetailRecords.NAME
              + ", "
              + String.join(", ", SqlScript.list("workload"))
              + ", a file such as my.sql, or a table as schema.table");
    }
  }

  /** As in {@code -p workload}. */
  String name();

  /**
   * Variables of the DDL of a table for these rows: {@code template}, the table of the schema with
   * the same columns, {@code distribution}, the clause that spreads rows over segments, and the
   * columns that PAX gathers statistics of.
   */
  Map<String, String> table();

  /**
   * All variables of the DDL of a table for these rows, but for the options of a variant.
   *
   * @param table its name within the schema
   */
  default Map<String, String> definition(String table) {
    Map<String, String> variables = new TreeMap<>(table());
    variables.put("table", table);
    return variables;
  }

  /** The indexes of the "with indexes" case; variable {@code table}. */
  SqlScript indexes();

  /**
   * The query that counts the rows of a table and sums up their hashes.
   *
   * @param table name within the schema
   */
  String checksum(String table);

  /** Equal for the same rows only; at most 32 letters, digits and underscores. */
  String key();

  /** A number for {@link #key}. */
  long seed();

  /** What tells its definition and its rows from others, as the fingerprint has it. */
  Map<String, Object> fingerprint(Staging staging);

  /**
   * Makes sure that the rows are still those that they were when the workload was opened.
   *
   * @throws UserError if they are not
   */
  default void requireSame(Connection connection) {}

  /**
   * Puts a batch into an empty table that is made like the template.
   *
   * @param table name within the schema
   * @return what was put in
   */
  Digest stage(Staging staging, String table, Batch batch) throws SQLException;

  /** What is known of a batch. */
  Digest digest(Staging staging, Batch batch);

  /** How batches get from here into COPY; one for each session. */
  Encoder encoder(Staging staging, CopyFormat format);

  /** Makes the bytes that a client sends by COPY. Not thread-safe. */
  @FunctionalInterface
  interface Encoder {
    /** The bytes of a batch; those of the batch before are no longer needed. */
    CopyData encode(Batch batch) throws SQLException;
  }

  /**
   * The statement that inserts one row.
   *
   * @param table name within the schema
   */
  PreparedStatement insert(Connection session, String table) throws SQLException;

  /** Binds the rows of a batch, one after the other, and adds each to the statement's batch. */
  void bind(Staging staging, Batch batch, PreparedStatement insert) throws SQLException;
}
