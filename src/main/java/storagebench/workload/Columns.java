package storagebench.workload;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Writes the text columns of a record as ASCII; shared by the encoders and the checksum. */
final class Columns {
  static final int CALL_ID_LENGTH = 26;
  static final int NUMBER_LENGTH = 13;
  static final int DATE_LENGTH = 10;

  /** PostgreSQL counts from 2000-01-01, Java from 1970-01-01. */
  static final long MICROS_1970_TO_2000 = 946_684_800_000_000L;

  static final int DAYS_1970_TO_2000 = 10_957;

  private static final byte[] HEX = ascii("0123456789abcdef");

  private Columns() {}

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** {@code call-000000000001-89abcdef}. */
  static int callId(CallRecord row, byte[] to, int at) {
    to[at] = 'c';
    to[at + 1] = 'a';
    to[at + 2] = 'l';
    to[at + 3] = 'l';
    to[at + 4] = '-';
    digits(row.sequence(), 12, to, at + 5);
    to[at + 17] = '-';
    for (int i = 0; i < 8; i++) {
      to[at + 18 + i] = HEX[row.callIdSuffix() >>> 28 - 4 * i & 15];
    }
    return at + CALL_ID_LENGTH;
  }

  /** {@code +1-0123456789}. */
  static int number(long tenDigits, byte[] to, int at) {
    to[at] = '+';
    to[at + 1] = '1';
    to[at + 2] = '-';
    digits(tenDigits, 10, to, at + 3);
    return at + NUMBER_LENGTH;
  }

  /** {@code 2025-01-01}. */
  static int date(int epochDay, byte[] to, int at) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    digits(date.getYear(), 4, to, at);
    to[at + 4] = '-';
    digits(date.getMonthValue(), 2, to, at + 5);
    to[at + 7] = '-';
    digits(date.getDayOfMonth(), 2, to, at + 8);
    return at + DATE_LENGTH;
  }

  /** Exactly {@code count} digits, with leading zeros. */
  static void digits(long value, int count, byte[] to, int at) {
    long rest = value;
    int i = at + count - 1;
    for (; rest > Integer.MAX_VALUE; i--) {
      long next = rest / 10;
      to[i] = (byte) ('0' + rest - next * 10);
      rest = next;
    }
    int small = (int) rest;
    for (; i >= at; i--) {
      int next = small / 10;
      to[i] = (byte) ('0' + small - next * 10);
      small = next;
    }
  }

  /** A number of zero or more without leading zeros. */
  static int integer(long value, byte[] to, int at) {
    int count = 1;
    for (long bound = 10; value >= bound; bound *= 10) {
      count++;
    }
    digits(value, count, to, at);
    return at + count;
  }
}
