package storagebench.storage;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import storagebench.server.SqlScript;
import storagebench.workload.Batch;
import storagebench.workload.CallRecord;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;
import storagebench.workload.Digest;
import storagebench.workload.DistinctValues;
import storagebench.workload.EncodedBatch;
import storagebench.workload.StreamHash;

/** The workload {@code cdr}: call detail records, made and encoded by the client. */
public final class CallDetailRecords implements Workload {
  /** As in {@code -p workload}. */
  public static final String NAME = "cdr";

  private static final Map<String, String> TABLE =
      Map.of(
          "template", "call_detail_record",
          "distribution", "DISTRIBUTED BY (call_id)");

  private final CallStream stream;

  /** Those of every run that names no seed. */
  public CallDetailRecords() {
    this(new CallStream(CallStream.DEFAULT_SEED));
  }

  /**
   * @param stream makes the records
   */
  public CallDetailRecords(CallStream stream) {
    this.stream = stream;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, String> table() {
    return TABLE;
  }

  @Override
  public SqlScript indexes() {
    return SqlScript.named("indexes");
  }

  @Override
  public String checksum(String table) {
    return SqlScript.named("checksum").statement(Map.of("table", table));
  }

  @Override
  public String key() {
    return stream.seed() + "_" + stream.clock().name();
  }

  @Override
  public long seed() {
    return stream.seed();
  }

  @Override
  public Map<String, Object> fingerprint(Staging staging) {
    return facts();
  }

  /** What tells these rows from others. */
  public Map<String, Object> facts() {
    return Map.of(
        "seed", stream.seed(),
        "sha256", StreamHash.of(stream),
        "n_distinct", DistinctValues.of(stream));
  }

  @Override
  public Digest stage(Staging staging, String table, Batch batch) throws SQLException {
    return new CopyLoad(staging.connection(), CopyFormat.BINARY, table).load(stream, batch);
  }

  @Override
  public Digest digest(Staging staging, Batch batch) {
    return Digest.of(stream, batch);
  }

  @Override
  public Encoder encoder(Staging staging, CopyFormat format) {
    return batch -> EncodedBatch.of(stream, batch, format);
  }

  @Override
  public PreparedStatement insert(Connection session, String table) throws SQLException {
    return session.prepareStatement(
        SqlScript.named("multi_row_insert").statement(Map.of("table", table)));
  }

  @Override
  public void bind(Staging staging, Batch batch, PreparedStatement insert) throws SQLException {
    for (long sequence = batch.first(); sequence < batch.first() + batch.rows(); sequence++) {
      bind(stream.record(sequence), insert);
      insert.addBatch();
    }
  }

  private static void bind(CallRecord row, PreparedStatement insert) throws SQLException {
    insert.setString(1, row.callId());
    insert.setObject(2, timestamp(row));
    insert.setObject(3, LocalDate.ofEpochDay(row.epochDay()));
    insert.setInt(4, row.hour());
    insert.setString(5, row.callerNumber());
    insert.setString(6, row.calleeNumber());
    insert.setInt(7, row.durationSeconds());
    insert.setInt(8, row.cellTowerId());
    insert.setString(9, row.callType().text());
    insert.setString(10, row.networkType().text());
    if (row.bytesTransferred() == CallRecord.NO_BYTES) {
      insert.setNull(11, Types.BIGINT);
    } else {
      insert.setLong(11, row.bytesTransferred());
    }
    insert.setInt(12, row.terminationCode());
    insert.setBigDecimal(13, BigDecimal.valueOf(row.billingTenThousandths(), 4));
    insert.setInt(14, row.ratePlanId());
    insert.setBoolean(15, row.roaming());
    insert.setBigDecimal(16, BigDecimal.valueOf(row.mosHundredths(), 2));
    insert.setBigDecimal(17, BigDecimal.valueOf(row.packetLossHundredths(), 2));
    insert.setLong(18, row.sequence());
  }

  private static LocalDateTime timestamp(CallRecord row) {
    long micros = row.timestampMicros();
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L),
        (int) Math.floorMod(micros, 1_000_000L) * 1000,
        ZoneOffset.UTC);
  }
}
