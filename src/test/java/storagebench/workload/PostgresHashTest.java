package storagebench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import storagebench.fixture.EmbeddedServer;

/** The client's hash functions against the server's own. */
class PostgresHashTest {
  private static final int VALUES = 3000;

  private final Random random = new Random(7);
  private final PostgresHash hash = new PostgresHash();

  @Test
  void int4() throws SQLException {
    Integer[] values = new Integer[VALUES];
    fill(values, i -> random.nextInt() >> random.nextInt(32));
    values[0] = Integer.MIN_VALUE;
    values[1] = Integer.MAX_VALUE;

    assertSame("hashint4extended(v, s)", "int4", values, (v, seed) -> hash.int4(v, seed));
  }

  @Test
  void int8() throws SQLException {
    Long[] values = new Long[VALUES];
    fill(values, i -> random.nextLong() >> random.nextInt(64));
    values[0] = Long.MIN_VALUE;
    values[1] = Long.MAX_VALUE;
    values[2] = -1L;

    assertSame("hashint8extended(v, s)", "int8", values, (v, seed) -> hash.int8(v, seed));
  }

  @Test
  void timestamp() throws SQLException {
    Long[] micros = new Long[VALUES];
    fill(micros, i -> random.nextLong() >> 12 + random.nextInt(50));

    assertSame(
        "timestamp_hash_extended(timestamp '2000-01-01' + v * interval '1 microsecond', s)",
        "int8",
        micros,
        (v, seed) -> hash.timestamp(v, seed));
  }

  @Test
  void textOfEveryLengthOfTail() throws SQLException {
    String[] values = new String[VALUES];
    fill(values, i -> ascii(i % 64));

    assertSame(
        "hashtextextended(v, s)",
        "text",
        values,
        (v, seed) -> hash.text(v.getBytes(StandardCharsets.US_ASCII), seed));
  }

  @Test
  void textThatIsOnlyTheBeginningOfAnArray() throws SQLException {
    String[] values = new String[VALUES];
    fill(values, i -> ascii(i % 64));

    assertSame(
        "hashtextextended(v, s)",
        "text",
        values,
        (v, seed) -> hash.text((v + "more").getBytes(StandardCharsets.US_ASCII), v.length(), seed));
  }

  @Test
  void numericWithFourDecimals() throws SQLException {
    Integer[] units = new Integer[VALUES];
    fill(units, i -> random.nextInt(100_000_000) >> random.nextInt(27));
    units[0] = 0;
    units[1] = 99_999_999;
    units[2] = 9_999;
    units[3] = 10_000;
    units[4] = 10_001;

    assertSame(
        "hash_numeric_extended((v / 10000.0)::numeric(10,4), s)",
        "int4",
        units,
        (v, seed) -> hash.numericOfTenThousandths(v, seed));
  }

  @Test
  void numericWithTwoDecimals() throws SQLException {
    Integer[] hundredths = IntStream.rangeClosed(0, 10_000).boxed().toArray(Integer[]::new);

    assertSame(
        "hash_numeric_extended((v / 100.0)::numeric(5,2), s)",
        "int4",
        hundredths,
        (v, seed) -> hash.numericOfTenThousandths(v * 100, seed));
  }

  private interface SeededHash<T> {
    long of(T value, long seed);
  }

  private <T> void assertSame(String expression, String type, T[] values, SeededHash<T> client)
      throws SQLException {
    Long[] seeds = new Long[values.length];
    // 0 takes another path through the server's code than all other seeds.
    fill(seeds, i -> i % 3 == 0 ? 0L : random.nextLong());
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      expected.add(client.of(values[i], seeds[i]));
    }
    assertThat(onServer(expression, type, values, seeds)).isEqualTo(expected);
  }

  private static List<Long> onServer(String expression, String type, Object[] values, Long[] seeds)
      throws SQLException {
    List<Long> hashes = new ArrayList<>();
    try (Connection connection = EmbeddedServer.sharedDatabase().connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT "
                    + expression
                    + " FROM unnest(?, ?) WITH ORDINALITY AS t (v, s, n) ORDER BY n")) {
      Array first = connection.createArrayOf(type, values);
      Array second = connection.createArrayOf("int8", seeds);
      query.setArray(1, first);
      query.setArray(2, second);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          hashes.add(rows.getLong(1));
        }
      }
    }
    return hashes;
  }

  private String ascii(int length) {
    StringBuilder text = new StringBuilder();
    random.ints(length, ' ', 127).forEach(text::appendCodePoint);
    return text.toString();
  }

  private static <T> void fill(T[] values, IntFunction<T> value) {
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(i);
    }
  }
}
