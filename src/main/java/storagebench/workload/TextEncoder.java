package storagebench.workload;

/**
 * COPY's text format: tab-separated columns, {@code \N} for null, one line a row. The bytes are
 * those that the server's own COPY TO would write.
 */
final class TextEncoder implements RowEncoder {
  private static final byte[] NOTHING = {};

  /** The text of the last date: rows come in order, so it changes once a day. */
  private final byte[] date = new byte[Columns.DATE_LENGTH];

  private int dateOf = Integer.MIN_VALUE;

  @Override
  public int encode(CallRecord row, byte[] to, int at) {
    int end = tab(to, Columns.callId(row, to, at));
    end = tab(to, timestamp(row, to, end));
    System.arraycopy(date, 0, to, end, Columns.DATE_LENGTH);
    end = tab(to, end + Columns.DATE_LENGTH);
    end = tab(to, Columns.integer(row.hour(), to, end));
    end = tab(to, Columns.number(row.caller(), to, end));
    end = tab(to, Columns.number(row.callee(), to, end));
    end = tab(to, Columns.integer(row.durationSeconds(), to, end));
    end = tab(to, Columns.integer(row.cellTowerId(), to, end));
    end = tab(to, text(row.callType().ascii(), to, end));
    end = tab(to, text(row.networkType().ascii(), to, end));
    end = tab(to, bytesTransferred(row, to, end));
    end = tab(to, Columns.integer(row.terminationCode(), to, end));
    end = tab(to, decimal(row.billingTenThousandths(), 4, 10_000, to, end));
    end = tab(to, Columns.integer(row.ratePlanId(), to, end));
    to[end++] = (byte) (row.roaming() ? 't' : 'f');
    end = tab(to, end);
    end = tab(to, decimal(row.mosHundredths(), 2, 100, to, end));
    end = tab(to, decimal(row.packetLossHundredths(), 2, 100, to, end));
    end = Columns.integer(row.sequence(), to, end);
    to[end] = '\n';
    return end + 1;
  }

  @Override
  public byte[] header() {
    return NOTHING;
  }

  @Override
  public byte[] trailer() {
    return NOTHING;
  }

  private static int tab(byte[] to, int at) {
    to[at] = '\t';
    return at + 1;
  }

  private static int text(byte[] text, byte[] to, int at) {
    System.arraycopy(text, 0, to, at, text.length);
    return at + text.length;
  }

  private int timestamp(CallRecord row, byte[] to, int at) {
    int epochDay = row.epochDay();
    if (epochDay != dateOf) {
      Columns.date(epochDay, date, 0);
      dateOf = epochDay;
    }
    System.arraycopy(date, 0, to, at, Columns.DATE_LENGTH);
    int end = at + Columns.DATE_LENGTH;
    long micros = row.microsOfDay();
    int seconds = (int) (micros / 1_000_000);
    to[end] = ' ';
    Columns.digits(seconds / 3600, 2, to, end + 1);
    to[end + 3] = ':';
    Columns.digits(seconds / 60 % 60, 2, to, end + 4);
    to[end + 6] = ':';
    Columns.digits(seconds % 60, 2, to, end + 7);
    return fraction((int) (micros % 1_000_000), to, end + 9);
  }

  /** As the server writes it: without zeros at the end, and nothing for a whole second. */
  private static int fraction(int micros, byte[] to, int at) {
    if (micros == 0) {
      return at;
    }
    to[at] = '.';
    Columns.digits(micros, 6, to, at + 1);
    int end = at + 7;
    while (to[end - 1] == '0') {
      end--;
    }
    return end;
  }

  private static int bytesTransferred(CallRecord row, byte[] to, int at) {
    if (row.bytesTransferred() == CallRecord.NO_BYTES) {
      to[at] = '\\';
      to[at + 1] = 'N';
      return at + 2;
    }
    return Columns.integer(row.bytesTransferred(), to, at);
  }

  private static int decimal(int units, int scale, int unitsPerOne, byte[] to, int at) {
    int end = Columns.integer(units / unitsPerOne, to, at);
    to[end] = '.';
    Columns.digits(units % unitsPerOne, scale, to, end + 1);
    return end + 1 + scale;
  }
}
