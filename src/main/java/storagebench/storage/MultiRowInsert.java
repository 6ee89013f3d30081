package storagebench.storage;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.postgresql.PGProperty;
import storagebench.server.SqlScript;
import storagebench.workload.Batch;
import storagebench.workload.CallRecord;
import storagebench.workload.CallStream;
import storagebench.workload.Digest;

/**
 * Batched prepared statements, which the driver rewrites into INSERTs of up to 128 rows: what an
 * application does. Values are bound before the clock starts; the driver's own work on them in
 * executeBatch is inside, as it is in every application.
 */
public final class MultiRowInsert implements Ingest {
  /** What a session needs for the driver to rewrite batches. */
  public static final Map<String, String> SESSION =
      Map.of(PGProperty.REWRITE_BATCHED_INSERTS.getName(), "true");

  private final Connection session;
  private final CallStream stream;
  private PreparedStatement statement;

  /**
   * @param session opened with {@link #SESSION}; stays the caller's
   */
  public MultiRowInsert(Connection session, CallStream stream) {
    this.session = session;
    this.stream = stream;
  }

  /** Batches are bound to the statement, so that one prepared before has to be prepared again. */
  @Override
  public void into(String table) throws SQLException {
    statement =
        session.prepareStatement(
            SqlScript.named("multi_row_insert").statement(Map.of("table", table)));
  }

  @Override
  public Digest prepare(Batch batch) throws SQLException {
    statement.clearBatch();
    for (long sequence = batch.first(); sequence < batch.first() + batch.rows(); sequence++) {
      bind(stream.record(sequence));
      statement.addBatch();
    }
    return Digest.of(stream, batch);
  }

  @Override
  public long insert() throws SQLException {
    long rows = 0;
    for (int count : statement.executeBatch()) {
      // A rewritten statement tells the driver one count for many rows.
      rows += count == Statement.SUCCESS_NO_INFO ? 1 : count;
    }
    return rows;
  }

  private void bind(CallRecord row) throws SQLException {
    statement.setString(1, row.callId());
    statement.setObject(2, timestamp(row));
    statement.setObject(3, LocalDate.ofEpochDay(row.epochDay()));
    statement.setInt(4, row.hour());
    statement.setString(5, row.callerNumber());
    statement.setString(6, row.calleeNumber());
    statement.setInt(7, row.durationSeconds());
    statement.setInt(8, row.cellTowerId());
    statement.setString(9, row.callType().text());
    statement.setString(10, row.networkType().text());
    if (row.bytesTransferred() == CallRecord.NO_BYTES) {
      statement.setNull(11, Types.BIGINT);
    } else {
      statement.setLong(11, row.bytesTransferred());
    }
    statement.setInt(12, row.terminationCode());
    statement.setBigDecimal(13, BigDecimal.valueOf(row.billingTenThousandths(), 4));
    statement.setInt(14, row.ratePlanId());
    statement.setBoolean(15, row.roaming());
    statement.setBigDecimal(16, BigDecimal.valueOf(row.mosHundredths(), 2));
    statement.setBigDecimal(17, BigDecimal.valueOf(row.packetLossHundredths(), 2));
    statement.setLong(18, row.sequence());
  }

  private static LocalDateTime timestamp(CallRecord row) {
    long micros = row.timestampMicros();
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L),
        (int) Math.floorMod(micros, 1_000_000L) * 1000,
        ZoneOffset.UTC);
  }
}
