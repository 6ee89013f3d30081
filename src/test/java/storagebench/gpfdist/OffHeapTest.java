package storagebench.gpfdist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OffHeapTest {
  private static final int MEBIBYTE = 1 << 20;

  private static String text(List<ByteBuffer> buffers) {
    return buffers.stream()
        .map(part -> StandardCharsets.US_ASCII.decode(part.duplicate()).toString())
        .collect(Collectors.joining());
  }

  private static List<ByteBuffer> batch(String text) {
    return SharedRows.chunks(text, 1000);
  }

  @Test
  void aBatchIsTheSameBytesOutsideTheHeapWhateverWasThereBefore() {
    OffHeap memory = new OffHeap();

    for (int bytes : new int[] {10, 3 * MEBIBYTE + 7, MEBIBYTE, 2 * MEBIBYTE - 1, 1}) {
      String rows = "0123456".repeat(bytes / 7 + 1).substring(0, bytes);
      List<ByteBuffer> copied = memory.copy(batch(rows));

      assertThat(copied).allMatch(ByteBuffer::isDirect).allMatch(ByteBuffer::hasRemaining);
      assertThat(text(copied).equals(rows)).as(bytes + " bytes").isTrue();
    }
    assertThat(memory.copy(List.of())).isEmpty();
  }

  @Test
  void whatIsCopiedStaysAsItWas() {
    List<ByteBuffer> batch = batch("a row\n");

    new OffHeap().copy(batch);

    assertThat(text(batch)).isEqualTo("a row\n");
  }
}
