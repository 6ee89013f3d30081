package storagebench.workload;

/**
 * PostgreSQL's seeded 64-bit hash functions, bit for bit, so that the client can say what checksum
 * the server must find. They are Bob Jenkins' lookup3 (2006) as in PostgreSQL's {@code
 * src/common/hashfn.c}; tests compare them with a server.
 */
final class PostgresHash {
  private static final int NUMERIC_BASE = 10_000;

  private int a;
  private int b;
  private int c;

  /** {@code hashint4extended}. */
  long int4(int value, long seed) {
    start(Integer.BYTES, seed);
    a += value;
    return finish();
  }

  /** {@code hashint8extended}: small numbers hash as int4 does. */
  long int8(long value, long seed) {
    int high = (int) (value >>> 32);
    return int4((int) value ^ (value >= 0 ? high : ~high), seed);
  }

  /** {@code timestamp_hash_extended}: microseconds since 2000-01-01 as an int8. */
  long timestamp(long postgresMicros, long seed) {
    return int8(postgresMicros, seed);
  }

  /** {@code hashtextextended} of ASCII bytes. */
  long text(byte[] bytes, long seed) {
    return text(bytes, bytes.length, seed);
  }

  /** {@code hashtextextended} of the first {@code length} ASCII bytes. */
  long text(byte[] bytes, int length, long seed) {
    start(length, seed);
    int at = 0;
    for (; length - at >= 12; at += 12) {
      a += word(bytes, at);
      b += word(bytes, at + 4);
      c += word(bytes, at + 8);
      mix();
    }
    for (int i = at; i < length; i++) {
      int tail = i - at;
      int octet = bytes[i] & 0xff;
      if (tail < 4) {
        a += octet << 8 * tail;
      } else if (tail < 8) {
        b += octet << 8 * (tail - 4);
      } else {
        // The lowest byte of c is kept for the length.
        c += octet << 8 * (tail - 7);
      }
    }
    return finish();
  }

  /**
   * {@code hash_numeric_extended} of {@code whole + fraction / 10000}: the base-10000 digits
   * without leading and trailing zeros, then the weight of the first.
   *
   * @param whole 0 to 9999
   * @param fraction 0 to 9999
   */
  long numeric(int whole, int fraction, long seed) {
    if (whole == 0 && fraction == 0) {
      return seed - 1;
    }
    int weight = whole == 0 ? -1 : 0;
    int first = whole == 0 ? fraction : whole;
    boolean two = whole != 0 && fraction != 0;
    start(two ? 4 : 2, seed);
    a += two ? first | fraction << 16 : first;
    return finish() ^ weight;
  }

  /** {@link #numeric(int, int, long)} of a count of units of 1/10000. */
  long numericOfTenThousandths(int units, long seed) {
    return numeric(units / NUMERIC_BASE, units % NUMERIC_BASE, seed);
  }

  private void start(int length, long seed) {
    a = 0x9e3779b9 + length + 3923095;
    b = a;
    c = a;
    if (seed != 0) {
      a += (int) (seed >>> 32);
      b += (int) seed;
      mix();
    }
  }

  private static int word(byte[] bytes, int at) {
    return bytes[at] & 0xff
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | bytes[at + 3] << 24;
  }

  private void mix() {
    a = (a - c) ^ Integer.rotateLeft(c, 4);
    c += b;
    b = (b - a) ^ Integer.rotateLeft(a, 6);
    a += c;
    c = (c - b) ^ Integer.rotateLeft(b, 8);
    b += a;
    a = (a - c) ^ Integer.rotateLeft(c, 16);
    c += b;
    b = (b - a) ^ Integer.rotateLeft(a, 19);
    a += c;
    c = (c - b) ^ Integer.rotateLeft(b, 4);
    b += a;
  }

  private long finish() {
    c = (c ^ b) - Integer.rotateLeft(b, 14);
    a = (a ^ c) - Integer.rotateLeft(c, 11);
    b = (b ^ a) - Integer.rotateLeft(a, 25);
    c = (c ^ b) - Integer.rotateLeft(b, 16);
    a = (a ^ c) - Integer.rotateLeft(c, 4);
    b = (b ^ a) - Integer.rotateLeft(a, 14);
    c = (c ^ b) - Integer.rotateLeft(b, 24);
    return (long) b << 32 | c & 0xffffffffL;
  }
}
