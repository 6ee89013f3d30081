package storagebench.gpfdist;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A segment that reads an external table, as the cluster's url_curl.c does. */
final class SegmentClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket;
  private final DataInputStream in;
  private String status;

  SegmentClient(URI location) throws IOException {
    socket = new Socket();
    // Small, so that a server notices soon that nothing is read.
    socket.setReceiveBufferSize(1 << 14);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(new java.net.InetSocketAddress(location.getHost(), location.getPort()));
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  /** Connects and asks, without waiting for an answer. */
  static SegmentClient asking(String location, int scan, int segment, int segments)
      throws IOException {
    URI uri = URI.create(location);
    SegmentClient client = new SegmentClient(uri);
    client.send(request(uri.getPath(), 1, scan, segment, segments));
    return client;
  }

  static String request(String path, int protocol, int scan, int segment, int segments) {
    return String.format(
        Locale.ROOT,
        """
        GET %s HTTP/1.1\r
        Host: 127.0.0.1:8080\r
        Accept: */*\r
        X-GP-XID: 1700000000-0000000042\r
        X-GP-CID: 0\r
        X-GP-SN: %d\r
        X-GP-SEGMENT-ID: %d\r
        X-GP-SEGMENT-COUNT: %d\r
        X-GP-LINE-DELIM-LENGTH: -1\r
        X-GP-PROTO: %d\r
        X-GP-MASTER_HOST: 127.0.0.1\r
        X-GP-MASTER_PORT: 5432\r
        X-GP-CSVOPT: m0x92q0h0\r
        X-GP-DATABASE: bench\r
        X-GP-USER: gpadmin\r
        \r
        """,
        path,
        scan,
        segment,
        segments,
        protocol);
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The status line without the protocol; reads the answer up to the rows. */
  String status() throws IOException {
    if (status == null) {
      status = line().substring("HTTP/1.0 ".length());
      boolean framed = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        framed |= header.equals("X-GP-PROTO: 1");
      }
      if (status.startsWith("2") && !framed) {
        throw new IOException("the rows would be read without frames");
      }
    }
    return status;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int letter = in.readUnsignedByte(); letter != '\n'; letter = in.readUnsignedByte()) {
      line.append((char) letter);
    }
    return line.toString().stripTrailing();
  }

  /** The rows of the next frame; empty for the end. A stream without an end fails. */
  Optional<String> frame() throws IOException {
    if (!status().startsWith("2")) {
      throw new IOException("error while getting response from gpfdist: " + status());
    }
    byte type = in.readByte();
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return switch (type) {
      case 'D' -> Optional.of(text).filter(rows -> !rows.isEmpty());
      case 'E' -> throw new IOException("gpfdist error - " + text);
      default -> throw new IOException("unknown meta type " + type);
    };
  }

  /** All rows up to the end, then hangs up as a segment does. */
  String rows() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (Optional<String> next = frame(); next.isPresent(); next = frame()) {
      rows.append(next.get());
    }
    close();
    return rows.toString();
  }

  /** Hangs up as a process that dies does. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    close();
  }

  /** Whether the server has closed the connection. */
  boolean isAtEnd() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
