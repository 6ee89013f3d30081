package storagebench.workload;

import java.nio.charset.StandardCharsets;

/**
 * One call detail record, as the numbers behind its 18 columns; {@code sql/schema.sql} describes
 * the columns. Text columns are kept as the numbers they are made from, so that a record costs one
 * small allocation and every encoder writes it its own way.
 *
 * @param sequence the row's place in the stream; also the 12 digits of {@code call_id}
 * @param callIdSuffix the 8 hexadecimal digits that end {@code call_id}
 * @param timestampMicros {@code call_timestamp} in microseconds since 1970-01-01; {@code call_date}
 *     and {@code call_hour} follow from it
 * @param caller the ten digits of {@code caller_number}
 * @param callee the ten digits of {@code callee_number}
 * @param durationSeconds seconds
 * @param cellTowerId 1-10000
 * @param callType kind of call
 * @param networkType kind of network
 * @param bytesTransferred bytes, or {@link #NO_BYTES} for null
 * @param terminationCode cause of release
 * @param billingTenThousandths {@code billing_amount} in units of 0.0001
 * @param ratePlanId 1-50
 * @param roaming whether the subscriber was abroad
 * @param mosHundredths {@code call_quality_mos} in units of 0.01
 * @param packetLossHundredths {@code packet_loss_percent} in units of 0.01
 */
public record CallRecord(
    long sequence,
    int callIdSuffix,
    long timestampMicros,
    long caller,
    long callee,
    int durationSeconds,
    int cellTowerId,
    CallType callType,
    NetworkType networkType,
    long bytesTransferred,
    int terminationCode,
    int billingTenThousandths,
    int ratePlanId,
    boolean roaming,
    int mosHundredths,
    int packetLossHundredths) {

  /** Columns of a record, in the order of {@code sql/schema.sql}. */
  public static final int COLUMNS = 18;

  /** {@link #bytesTransferred} where the column is null. */
  public static final long NO_BYTES = -1;

  private static final long MICROS_PER_HOUR = 3_600_000_000L;
  private static final long MICROS_PER_DAY = 24 * MICROS_PER_HOUR;

  /** {@code call_date} in days since 1970-01-01. */
  public int epochDay() {
    return (int) Math.floorDiv(timestampMicros, MICROS_PER_DAY);
  }

  /** Microseconds since midnight of {@code call_date}. */
  public long microsOfDay() {
    return Math.floorMod(timestampMicros, MICROS_PER_DAY);
  }

  /** {@code call_hour}, 0-23. */
  public int hour() {
    return (int) (microsOfDay() / MICROS_PER_HOUR);
  }

  /** {@code call_id}. */
  public String callId() {
    byte[] text = new byte[Columns.CALL_ID_LENGTH];
    Columns.callId(this, text, 0);
    return new String(text, StandardCharsets.US_ASCII);
  }

  /** {@code caller_number}. */
  public String callerNumber() {
    return number(caller);
  }

  /** {@code callee_number}. */
  public String calleeNumber() {
    return number(callee);
  }

  private static String number(long tenDigits) {
    byte[] text = new byte[Columns.NUMBER_LENGTH];
    Columns.number(tenDigits, text, 0);
    return new String(text, StandardCharsets.US_ASCII);
  }
}
