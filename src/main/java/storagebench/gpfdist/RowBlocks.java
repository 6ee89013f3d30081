package storagebench.gpfdist;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch in COPY's text format, cut at row ends into blocks that segments take one by one. A row
 * that is longer than a block is a block of its own. The bytes stay where they are.
 */
public final class RowBlocks {
  /** So many for each segment that a fast one can take some of a slow one's. */
  private static final int BLOCKS_PER_SEGMENT = 16;

  /** Below this, what a block costs shows. */
  private static final int LEAST_BYTES = 1 << 12;

  private static final int MOST_BYTES = 1 << 20;

  private final List<RowBlock> blocks;
  private final long rows;
  private final long bytes;

  private RowBlocks(List<RowBlock> blocks) {
    this.blocks = List.copyOf(blocks);
    this.rows = blocks.stream().mapToLong(RowBlock::rows).sum();
    this.bytes = blocks.stream().mapToLong(RowBlock::bytes).sum();
  }

  /**
   * Cuts a batch for a number of segments.
   *
   * @param batch its bytes in order; a row ends with a newline and may go on in the next buffer
   * @param segments how many share it
   */
  public static RowBlocks of(List<ByteBuffer> batch, int segments) {
    long total = batch.stream().mapToLong(ByteBuffer::remaining).sum();
    long share = total / ((long) BLOCKS_PER_SEGMENT * segments);
    return cut(batch, (int) Math.max(LEAST_BYTES, Math.min(MOST_BYTES, share)));
  }

  /**
   * Cuts a batch at the first row end after so many bytes, again and again.
   *
   * @param blockBytes least size of all blocks but the last
   */
  static RowBlocks cut(List<ByteBuffer> batch, int blockBytes) {
    Cutter cutter = new Cutter(blockBytes);
    batch.forEach(cutter::add);
    return new RowBlocks(cutter.finish());
  }

  /** Number of rows. */
  public long rows() {
    return rows;
  }

  /** Size in bytes. */
  public long bytes() {
    return bytes;
  }

  /** Number of blocks. */
  int count() {
    return blocks.size();
  }

  RowBlock get(int index) {
    return blocks.get(index);
  }

  private static final class Cutter {
    private final int blockBytes;
    private final List<RowBlock> blocks = new ArrayList<>();
    private List<ByteBuffer> parts = new ArrayList<>();
    private long size;
    private long rows;
    private boolean rowOpen;

    Cutter(int blockBytes) {
      this.blockBytes = blockBytes;
    }

    void add(ByteBuffer buffer) {
      int from = buffer.position();
      for (int at = from; at < buffer.limit(); at++) {
        // In COPY's text format a newline within a value is written as \n, two letters.
        rowOpen = buffer.get(at) != '\n';
        if (!rowOpen) {
          rows++;
          if (size + at + 1 - from >= blockBytes) {
            append(buffer, from, at + 1);
            close();
            from = at + 1;
          }
        }
      }
      append(buffer, from, buffer.limit());
    }

    private void append(ByteBuffer buffer, int from, int to) {
      if (from < to) {
        parts.add(buffer.slice(from, to - from));
        size += to - from;
      }
    }

    private void close() {
      blocks.add(new RowBlock(parts, Math.toIntExact(size), rows));
      parts = new ArrayList<>();
      size = 0;
      rows = 0;
    }

    List<RowBlock> finish() {
      if (rowOpen) {
        rows++;
      }
      if (size > 0) {
        close();
      }
      return blocks;
    }
  }
}
