package storagebench.workload;

/**
 * An order-independent checksum of rows, all 18 columns of each: the sum, modulo 2^64, of a 64-bit
 * hash of every row. {@code sql/checksum.sql} computes the same on the server. Not thread-safe.
 */
public final class Checksum {
  private final PostgresHash hash = new PostgresHash();
  private final byte[] text = new byte[Columns.CALL_ID_LENGTH];
  private long sum;

  /** Adds a row. */
  public void add(CallRecord row) {
    sum += hash(row);
  }

  /** The sum over the rows added so far; 0 for none. */
  public long value() {
    return sum;
  }

  /** Each column is hashed with the hash of those before it as the seed. */
  private long hash(CallRecord row) {
    long h = hash.text(text, Columns.callId(row, text, 0), 0);
    h = hash.timestamp(row.timestampMicros() - Columns.MICROS_1970_TO_2000, h);
    h = hash.int4(row.epochDay() - Columns.DAYS_1970_TO_2000, h);
    h = hash.int4(row.hour(), h);
    h = hash.text(text, Columns.number(row.caller(), text, 0), h);
    h = hash.text(text, Columns.number(row.callee(), text, 0), h);
    h = hash.int4(row.durationSeconds(), h);
    h = hash.int4(row.cellTowerId(), h);
    h = hash.text(row.callType().ascii(), h);
    h = hash.text(row.networkType().ascii(), h);
    h = hash.int8(row.bytesTransferred(), h);
    h = hash.int4(row.terminationCode(), h);
    h = hash.numericOfTenThousandths(row.billingTenThousandths(), h);
    h = hash.int4(row.ratePlanId(), h);
    h = hash.int4(row.roaming() ? 1 : 0, h);
    h = hash.numericOfTenThousandths(row.mosHundredths() * 100, h);
    h = hash.numericOfTenThousandths(row.packetLossHundredths() * 100, h);
    return hash.int8(row.sequence(), h);
  }
}
