package storagebench.gpfdist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.workload.Batch;
import storagebench.workload.CallStream;
import storagebench.workload.CopyFormat;
import storagebench.workload.EncodedBatch;

class RowBlocksTest {
  private static List<String> texts(RowBlocks blocks) {
    return IntStream.range(0, blocks.count()).mapToObj(i -> text(blocks.get(i))).toList();
  }

  private static String text(RowBlock block) {
    return block.parts().stream()
        .map(part -> StandardCharsets.UTF_8.decode(part.duplicate()).toString())
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 100_000})
  void blocksAreWholeRowsWhereverBuffersEnd(int chunkBytes) {
    String batch = SharedRows.text(500);
    RowBlocks blocks = RowBlocks.cut(SharedRows.chunks(batch, chunkBytes), 100);

    assertThat(texts(blocks)).allMatch(text -> text.endsWith("\n")).hasSizeGreaterThan(50);
    assertThat(String.join("", texts(blocks))).isEqualTo(batch);
    assertThat(blocks.rows()).isEqualTo(500);
    assertThat(blocks.bytes()).isEqualTo(batch.length());
  }

  @Test
  void theyCountTheirOwnRowsAndBytes() {
    RowBlocks blocks = RowBlocks.cut(SharedRows.chunks(SharedRows.text(500), 64), 100);

    for (int i = 0; i < blocks.count(); i++) {
      String text = text(blocks.get(i));
      assertThat(blocks.get(i).rows()).isEqualTo(text.lines().count());
      assertThat(blocks.get(i).bytes()).isEqualTo(text.length());
    }
  }

  @Test
  void aRowThatIsLongerThanABlockIsABlockOfItsOwn() {
    String longRow = "1\t" + "x".repeat(1000) + "\n";
    String batch = "0\ta\n" + longRow + longRow + "2\tb\n";
    RowBlocks blocks = RowBlocks.cut(SharedRows.chunks(batch, 300), 4);

    assertThat(texts(blocks)).containsExactly("0\ta\n", longRow, longRow, "2\tb\n");
  }

  @Test
  void aLastRowWithoutANewlineIsARow() {
    RowBlocks blocks = RowBlocks.cut(SharedRows.chunks("a\nb\nc", 2), 100);

    assertThat(blocks.rows()).isEqualTo(3);
    assertThat(texts(blocks)).containsExactly("a\nb\nc");
  }

  @Test
  void anEmptyBatchHasNoBlocks() {
    RowBlocks blocks = RowBlocks.of(List.of(ByteBuffer.allocate(0)), 2);

    assertThat(blocks.count()).isZero();
    assertThat(blocks.rows()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16})
  void eachSegmentGetsManyBlocksOfAnEncodedBatch(int segments) {
    CallStream stream = new CallStream(CallStream.DEFAULT_SEED);
    EncodedBatch batch = EncodedBatch.of(stream, Batch.numbered(0, 10_000), CopyFormat.TEXT);
    RowBlocks blocks = RowBlocks.of(batch.buffers(), segments);

    assertThat(blocks.rows()).isEqualTo(10_000);
    assertThat(blocks.bytes()).isEqualTo(batch.bytes());
    assertThat(blocks.count()).isBetween(15 * segments, 16 * segments + 1);
  }

  @Test
  void theBytesStayWhereTheyWereEncoded() {
    byte[] encoded = "1\ta\n2\tb\n".getBytes(StandardCharsets.UTF_8);
    RowBlock block = RowBlocks.of(List.of(ByteBuffer.wrap(encoded)), 2).get(0);

    assertThat(block.parts()).allMatch(part -> part.array() == encoded);
  }
}
