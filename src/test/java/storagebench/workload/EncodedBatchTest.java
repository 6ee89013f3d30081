package storagebench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncodedBatchTest {
  private final CallStream stream = new CallStream(CallStream.DEFAULT_SEED);

  @ParameterizedTest
  @EnumSource
  void chunksAreTheRowsWithNothingLostOrDoubledAtTheirBoundaries(CopyFormat format) {
    for (int rows : new int[] {0, 1, 2, 300, 350, 400, 450, 500, 2000}) {
      Batch batch = Batch.numbered(3, rows);
      ByteArrayOutputStream chunks = new ByteArrayOutputStream();
      EncodedBatch encoded = EncodedBatch.of(stream, batch, format);
      encoded.writeTo((bytes, length) -> chunks.write(bytes, 0, length));

      assertThat(chunks.toByteArray()).isEqualTo(rowByRow(batch, format.encoder()));
      assertThat(encoded.bytes()).isEqualTo(chunks.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyChunkButTheLastIsFull(CopyFormat format) {
    List<Integer> lengths = new ArrayList<>();
    EncodedBatch.of(stream, Batch.numbered(0, 5000), format)
        .writeTo((bytes, length) -> lengths.add(length));

    int last = lengths.remove(lengths.size() - 1);
    assertThat(lengths).isNotEmpty().containsOnly(EncodedBatch.CHUNK_BYTES);
    assertThat(last).isBetween(1, EncodedBatch.CHUNK_BYTES);
  }

  @ParameterizedTest
  @EnumSource
  void theLongestRowFitsWhereChunksLeaveRoomForARow(CopyFormat format) {
    byte[] row = new byte[RowEncoder.MAX_ROW_BYTES];

    assertThat(format.encoder().encode(Rows.LONGEST, row, 0)).isLessThan(RowEncoder.MAX_ROW_BYTES);
  }

  private byte[] rowByRow(Batch batch, RowEncoder encoder) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(encoder.header());
    byte[] row = new byte[RowEncoder.MAX_ROW_BYTES];
    batch.forEach(stream, record -> all.write(row, 0, encoder.encode(record, row, 0)));
    all.writeBytes(encoder.trailer());
    return all.toByteArray();
  }
}
