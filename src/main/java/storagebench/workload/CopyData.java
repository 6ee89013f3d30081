package storagebench.workload;

import java.nio.ByteBuffer;
import java.util.List;

/** The bytes of a batch in one COPY format. */
public interface CopyData {
  /** What is done with a chunk. */
  @FunctionalInterface
  interface ChunkWriter<X extends Exception> {
    void write(byte[] bytes, int length) throws X;
  }

  /** Hands over the chunks in order. */
  <X extends Exception> void writeTo(ChunkWriter<X> writer) throws X;

  /** The bytes where they are, in order; until the next batch is encoded. */
  List<ByteBuffer> buffers();

  /** Size in bytes, header and trailer included. */
  long bytes();
}
