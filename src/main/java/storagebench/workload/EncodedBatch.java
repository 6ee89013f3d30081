package storagebench.workload;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a batch in one COPY format, in chunks of at most {@link #CHUNK_BYTES}. */
public final class EncodedBatch implements CopyData {
  /** Large enough that a chunk is one write, small enough that no heap needs a huge array. */
  public static final int CHUNK_BYTES = 1 << 16;

  private final List<byte[]> chunks;
  private final int lastLength;

  private EncodedBatch(List<byte[]> chunks, int lastLength) {
    this.chunks = chunks;
    this.lastLength = lastLength;
  }

  /** Makes and encodes the records of a batch. */
  public static EncodedBatch of(CallStream stream, Batch batch, CopyFormat format) {
    return new Builder(format.encoder()).rows(stream, batch);
  }

  @Override
  public <X extends Exception> void writeTo(ChunkWriter<X> writer) throws X {
    for (int i = 0; i < chunks.size() - 1; i++) {
      writer.write(chunks.get(i), CHUNK_BYTES);
    }
    writer.write(chunks.get(chunks.size() - 1), lastLength);
  }

  @Override
  public List<ByteBuffer> buffers() {
    List<ByteBuffer> buffers = new ArrayList<>();
    writeTo((bytes, length) -> buffers.add(ByteBuffer.wrap(bytes, 0, length)));
    return buffers;
  }

  @Override
  public long bytes() {
    return (long) (chunks.size() - 1) * CHUNK_BYTES + lastLength;
  }

  private static final class Builder {
    private final RowEncoder encoder;
    private final List<byte[]> chunks = new ArrayList<>();
    private final byte[] row = new byte[RowEncoder.MAX_ROW_BYTES];
    private byte[] chunk = new byte[CHUNK_BYTES];
    private int used;

    Builder(RowEncoder encoder) {
      this.encoder = encoder;
    }

    EncodedBatch rows(CallStream stream, Batch batch) {
      append(encoder.header(), encoder.header().length);
      batch.forEach(stream, this::append);
      append(encoder.trailer(), encoder.trailer().length);
      chunks.add(chunk);
      return new EncodedBatch(chunks, used);
    }

    private void append(CallRecord record) {
      if (used + RowEncoder.MAX_ROW_BYTES <= CHUNK_BYTES) {
        used = encoder.encode(record, chunk, used);
      } else {
        append(row, encoder.encode(record, row, 0));
      }
    }

    private void append(byte[] bytes, int length) {
      int fits = Math.min(length, CHUNK_BYTES - used);
      System.arraycopy(bytes, 0, chunk, used, fits);
      used += fits;
      if (fits < length) {
        chunks.add(chunk);
        chunk = new byte[CHUNK_BYTES];
        System.arraycopy(bytes, fits, chunk, 0, length - fits);
        used = length - fits;
      }
    }
  }
}
