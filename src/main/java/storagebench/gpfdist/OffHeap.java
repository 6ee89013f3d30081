package storagebench.gpfdist;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory outside the heap for one batch after the other. The JDK sends from there as it is; what is
 * on the heap it copies first, in the time of the segments.
 */
public final class OffHeap {
  private static final int CHUNK_BYTES = 1 << 20;

  private final List<ByteBuffer> chunks = new ArrayList<>();

  /**
   * Copies a batch, in the place of the one before.
   *
   * @return the same bytes in order, until the next batch
   */
  public List<ByteBuffer> copy(List<ByteBuffer> batch) {
    chunks.forEach(ByteBuffer::clear);
    int filled = 0;
    for (ByteBuffer source : batch) {
      ByteBuffer left = source.duplicate();
      while (left.hasRemaining()) {
        if (filled < chunks.size() && !chunks.get(filled).hasRemaining()) {
          filled++;
        }
        if (filled == chunks.size()) {
          chunks.add(ByteBuffer.allocateDirect(CHUNK_BYTES));
        }
        ByteBuffer chunk = chunks.get(filled);
        int bytes = Math.min(left.remaining(), chunk.remaining());
        chunk.put(left.slice(left.position(), bytes));
        left.position(left.position() + bytes);
      }
    }
    return chunks.stream()
        .map(ByteBuffer::duplicate)
        .map(ByteBuffer::flip)
        .filter(ByteBuffer::hasRemaining)
        .toList();
  }
}
