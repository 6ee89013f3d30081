package storagebench.workload;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** COPY's binary format (PostgreSQL manual, COPY, "Binary Format"); numbers are big-endian. */
final class BinaryEncoder implements RowEncoder {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};

  @Override
  public int encode(CallRecord row, byte[] to, int at) {
    SHORT.set(to, at, (short) CallRecord.COLUMNS);
    int end = at + 2;
    INT.set(to, end, Columns.CALL_ID_LENGTH);
    end = Columns.callId(row, to, end + 4);
    end = int8(row.timestampMicros() - Columns.MICROS_1970_TO_2000, to, end);
    end = int4(row.epochDay() - Columns.DAYS_1970_TO_2000, to, end);
    end = int4(row.hour(), to, end);
    end = number(row.caller(), to, end);
    end = number(row.callee(), to, end);
    end = int4(row.durationSeconds(), to, end);
    end = int4(row.cellTowerId(), to, end);
    end = text(row.callType().ascii(), to, end);
    end = text(row.networkType().ascii(), to, end);
    end = bytesTransferred(row, to, end);
    end = int4(row.terminationCode(), to, end);
    end = numeric(row.billingTenThousandths(), 4, to, end);
    end = int4(row.ratePlanId(), to, end);
    end = bool(row.roaming(), to, end);
    end = numeric(row.mosHundredths() * 100, 2, to, end);
    end = numeric(row.packetLossHundredths() * 100, 2, to, end);
    return int8(row.sequence(), to, end);
  }

  @Override
  public byte[] header() {
    return HEADER.clone();
  }

  @Override
  public byte[] trailer() {
    return TRAILER.clone();
  }

  private static int int4(int value, byte[] to, int at) {
    INT.set(to, at, Integer.BYTES);
    INT.set(to, at + 4, value);
    return at + 8;
  }

  private static int int8(long value, byte[] to, int at) {
    INT.set(to, at, Long.BYTES);
    LONG.set(to, at + 4, value);
    return at + 12;
  }

  private static int bool(boolean value, byte[] to, int at) {
    INT.set(to, at, 1);
    to[at + 4] = (byte) (value ? 1 : 0);
    return at + 5;
  }

  private static int number(long tenDigits, byte[] to, int at) {
    INT.set(to, at, Columns.NUMBER_LENGTH);
    return Columns.number(tenDigits, to, at + 4);
  }

  private static int text(byte[] ascii, byte[] to, int at) {
    INT.set(to, at, ascii.length);
    System.arraycopy(ascii, 0, to, at + 4, ascii.length);
    return at + 4 + ascii.length;
  }

  private static int bytesTransferred(CallRecord row, byte[] to, int at) {
    if (row.bytesTransferred() == CallRecord.NO_BYTES) {
      INT.set(to, at, -1);
      return at + 4;
    }
    return int8(row.bytesTransferred(), to, at);
  }

  /** Base-10000 digits: count, weight of the first, sign, decimals shown, digits. */
  private static int numeric(int tenThousandths, int scale, byte[] to, int at) {
    int whole = tenThousandths / 10_000;
    int fraction = tenThousandths % 10_000;
    int digits = (whole == 0 ? 0 : 1) + (fraction == 0 ? 0 : 1);
    INT.set(to, at, 8 + 2 * digits);
    SHORT.set(to, at + 4, (short) digits);
    SHORT.set(to, at + 6, (short) (whole == 0 && fraction != 0 ? -1 : 0));
    SHORT.set(to, at + 8, (short) 0);
    SHORT.set(to, at + 10, (short) scale);
    int end = at + 12;
    if (whole != 0) {
      SHORT.set(to, end, (short) whole);
      end += 2;
    }
    if (fraction != 0) {
      SHORT.set(to, end, (short) fraction);
      end += 2;
    }
    return end;
  }
}
