package storagebench.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;
import storagebench.server.SqlScript;
import storagebench.workload.CopyData;
import storagebench.workload.CopyFormat;
import storagebench.workload.EncodedBatch;

/**
 * A staged batch as the server's own COPY TO writes it, in a file that the system has in memory:
 * batches need not fit into the client's heap. The file is of this session alone, is written anew
 * for each batch and goes with the JVM.
 */
final class CopyFile implements CopyData {
  /** Less than a buffer can have at most. */
  private static final long MAPPED_BYTES = 1 << 30;

  private final Path file;
  private final byte[] chunk = new byte[EncodedBatch.CHUNK_BYTES];

  /** An empty file in the system's folder for such. */
  CopyFile() {
    try {
      file = Files.createTempFile("storagebench", ".copy");
      file.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a staged batch from the server. */
  void read(Connection connection, String table, CopyFormat format) throws SQLException {
    try (OutputStream out = Files.newOutputStream(file)) {
      copyOut(connection, table, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException("the client cannot keep a batch in " + file, e);
    }
  }

  /** Bytes of a table of the schema as COPY text. */
  static long textBytes(Connection connection, String table) throws SQLException {
    Counter counter = new Counter();
    try {
      copyOut(connection, table, CopyFormat.TEXT, counter);
    } catch (IOException e) {
      throw new AssertionError("counting does not fail", e);
    }
    return counter.bytes;
  }

  private static void copyOut(
      Connection connection, String table, CopyFormat format, OutputStream out)
      throws SQLException, IOException {
    String sql =
        SqlScript.named("copy/out_" + format.name().toLowerCase(Locale.ROOT))
            .statement(Map.of("table", table));
    connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
  }

  @Override
  public <X extends Exception> void writeTo(ChunkWriter<X> writer) throws X {
    try (InputStream in = Files.newInputStream(file)) {
      for (int length = in.read(chunk); length > 0; length = in.read(chunk)) {
        writer.write(chunk, length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read any more", e);
    }
  }

  @Override
  public List<ByteBuffer> buffers() {
    try (FileChannel channel = FileChannel.open(file)) {
      List<ByteBuffer> buffers = new ArrayList<>();
      for (long at = 0; at < channel.size(); at += MAPPED_BYTES) {
        long length = Math.min(MAPPED_BYTES, channel.size() - at);
        buffers.add(channel.map(FileChannel.MapMode.READ_ONLY, at, length));
      }
      return buffers;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read any more", e);
    }
  }

  @Override
  public long bytes() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int octet) {
      bytes++;
    }

    @Override
    public void write(byte[] octets, int from, int length) {
      bytes += length;
    }
  }
}
