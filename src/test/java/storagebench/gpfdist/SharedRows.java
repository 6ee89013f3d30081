package storagebench.gpfdist;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Numbered rows and what segments make of them. */
final class SharedRows {
  private SharedRows() {}

  /** Rows of two columns, the first of which is their number. */
  static String text(int rows) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, rows).forEach(i -> text.append(i).append("\tcalled\\ntwice\n"));
    return text.toString();
  }

  /** As the encoders do it: in chunks that end anywhere. */
  static List<ByteBuffer> chunks(String text, int chunkBytes) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return IntStream.iterate(0, at -> at < bytes.length, at -> at + chunkBytes)
        .mapToObj(at -> ByteBuffer.wrap(bytes, at, Math.min(chunkBytes, bytes.length - at)))
        .toList();
  }

  /** A batch of that many rows. */
  static RowBlocks blocks(int rows, int segments) {
    return RowBlocks.of(chunks(text(rows), 1000), segments);
  }

  /** The numbers of rows, in order. */
  static List<Integer> numbers(String text) {
    return text.lines().map(row -> Integer.parseInt(row.split("\t")[0])).sorted().toList();
  }

  /** All numbers of a batch. */
  static List<Integer> numbers(int rows) {
    return IntStream.range(0, rows).boxed().toList();
  }
}
