package storagebench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the server makes of the encoders' bytes. */
class EncodersOnServerTest {
  private final CallStream stream = new CallStream(CallStream.DEFAULT_SEED);

  @ParameterizedTest
  @EnumSource
  void theServerGivesTheSameTextBackByteForByte(CopyFormat format)
      throws SQLException, IOException {
    List<CallRecord> rows =
        Stream.concat(Rows.edges().stream(), batch(20_000))
            .sorted(Comparator.comparing(CallRecord::callId))
            .toList();
    try (RowTable table = RowTable.create()) {
      table.fill(rows, format);

      String[] written = table.copyOut().split("(?<=\n)");
      for (int i = 0; i < rows.size(); i++) {
        assertThat(written[i]).isEqualTo(text(rows.get(i)));
      }
      assertThat(written).hasSameSizeAs(rows);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDigestCountsTheBytesThatTheServerWrites(CopyFormat format)
      throws SQLException, IOException {
    Batch batch = Batch.numbered(7, 10_000);
    try (RowTable table = RowTable.create()) {
      table.fill(batch(batch).toList(), format);
      Digest digest = Digest.of(stream, batch);

      assertThat(digest.textBytes()).isEqualTo(table.copyOut().length());
      assertThat(digest.rows()).isEqualTo(10_000);
      assertThat(digest.checksum()).isEqualTo(table.checksum());
    }
  }

  private Stream<CallRecord> batch(int rows) {
    return batch(Batch.numbered(0, rows));
  }

  private Stream<CallRecord> batch(Batch batch) {
    Stream.Builder<CallRecord> rows = Stream.builder();
    batch.forEach(stream, rows);
    return rows.build();
  }

  private static String text(CallRecord row) {
    return new String(RowTable.encode(List.of(row), new TextEncoder()), StandardCharsets.US_ASCII);
  }
}
