package storagebench.gpfdist;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whole rows that one segment gets at once. Its frame is the letter D, the length in four bytes and
 * the rows.
 *
 * @param parts the bytes of the rows, where they were encoded
 * @param bytes size of all parts
 * @param rows number of rows
 */
record RowBlock(List<ByteBuffer> parts, int bytes, long rows) {
  private static final byte DATA = 'D';
  private static final byte ERROR = 'E';

  /** Header and rows, for one use. */
  ByteBuffer[] frame() {
    ByteBuffer[] frame = new ByteBuffer[parts.size() + 1];
    frame[0] = header(DATA, bytes);
    for (int i = 0; i < parts.size(); i++) {
      frame[i + 1] = parts.get(i).duplicate();
    }
    return frame;
  }

  /** The frame after the last row. Without it a segment takes its stream for cut. */
  static ByteBuffer[] end() {
    return new ByteBuffer[] {header(DATA, 0)};
  }

  /** The frame that ends the statement with an error. */
  static ByteBuffer[] error(String message) {
    byte[] text = message.getBytes(StandardCharsets.US_ASCII);
    return new ByteBuffer[] {header(ERROR, text.length), ByteBuffer.wrap(text)};
  }

  private static ByteBuffer header(byte type, int length) {
    return ByteBuffer.allocate(5).put(type).putInt(length).flip();
  }
}
