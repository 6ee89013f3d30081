package storagebench.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import storagebench.server.SqlScript;
import storagebench.storage.Variant;
import storagebench.stream.BatchRow.Place;
import storagebench.workload.Digest;

/**
 * The journal of streams, in tables on the server. A batch has its row here if and only if its rows
 * are in the table, because one transaction writes both; so after any failure the journal decides.
 */
final class Journal {
  private final Connection connection;
  private final String run;

  /**
   * @param connection stays the caller's, and with it the transaction
   * @param run the stream
   */
  Journal(Connection connection, String run) {
    this.connection = connection;
    this.run = run;
  }

  /** Makes the journal's tables, unless they are there. */
  static void create(Connection connection) throws SQLException {
    SqlScript.named("stream/journal").execute(connection, Map.of());
  }

  /** The streams that wait to be resumed. */
  static List<String> unfinished(Connection connection) throws SQLException {
    List<String> runs = new ArrayList<>();
    try (PreparedStatement query = prepare(connection, "run_unfinished");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        runs.add(rows.getString("run"));
      }
    }
    return runs;
  }

  /** Begins the stream. */
  void begin(StreamPlan plan) throws SQLException {
    try (PreparedStatement insert = prepare("run_add")) {
      insert.setString(2, plan.json());
      insert.executeUpdate();
    }
  }

  /** What the stream was begun with; empty if this server does not know it. */
  Optional<String> plan() throws SQLException {
    try (PreparedStatement query = prepare("run_find");
        ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(row.getString("plan")) : Optional.empty();
    }
  }

  /** Says that the tables of a phase are there. */
  void begin(Phase phase) throws SQLException {
    phase("phase_add", phase);
  }

  /** Says that all batches of a phase are in and verified. */
  void finish(Phase phase) throws SQLException {
    phase("phase_finish", phase);
  }

  /** Whether a phase is finished; empty before its tables are there. */
  Optional<Boolean> finished(Phase phase) throws SQLException {
    try (PreparedStatement query = prepare("phase_find")) {
      query.setInt(2, phase.number());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getBoolean("finished")) : Optional.empty();
      }
    }
  }

  /** Adds a batch, in the transaction that inserts it. */
  void add(Place place, Digest digest) throws SQLException {
    try (PreparedStatement insert = prepare("batch_add")) {
      insert.setInt(2, place.phase().number());
      insert.setString(3, place.variant().name());
      insert.setInt(4, place.batch());
      insert.setLong(5, digest.rows());
      insert.setLong(6, digest.textBytes());
      insert.setLong(7, digest.checksum());
      insert.executeUpdate();
    }
  }

  /** The batches that are in, phase by phase. */
  Map<Place, Digest> batches() throws SQLException {
    Map<Place, Digest> batches = new LinkedHashMap<>();
    try (PreparedStatement query = prepare("batch_list");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        batches.put(
            new Place(
                Phase.of(row.getInt("phase")),
                Variant.named(row.getString("variant")),
                row.getInt("batch")),
            new Digest(
                row.getLong("row_count"), row.getLong("text_bytes"), row.getLong("checksum")));
      }
    }
    return batches;
  }

  private void phase(String script, Phase phase) throws SQLException {
    try (PreparedStatement statement = prepare(script)) {
      statement.setInt(2, phase.number());
      statement.executeUpdate();
    }
  }

  /** The first parameter is the stream. */
  private PreparedStatement prepare(String script) throws SQLException {
    PreparedStatement statement = prepare(connection, script);
    statement.setString(1, run);
    return statement;
  }

  private static PreparedStatement prepare(Connection connection, String script)
      throws SQLException {
    return connection.prepareStatement(SqlScript.named("stream/" + script).statement(Map.of()));
  }
}
