package storagebench.gpfdist;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A connection on which nothing waits without a deadline. One thread reads and writes; any may
 * close it, which ends what is under way with an {@link IOException}.
 */
final class TimedChannel implements AutoCloseable {
  private static final String HEAD_END = "\r\n\r\n";

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private long blockedNanos;

  TimedChannel(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    selector = Selector.open();
    key = channel.register(selector, 0);
  }

  /** Nanoseconds in which a write waited for the other side to read. */
  long blockedNanos() {
    return blockedNanos;
  }

  /**
   * Reads up to the first empty line.
   *
   * @return the lines before it
   * @throws Refusal if it does not come in time or within so many bytes
   */
  String readHead(int maxBytes, Duration within) throws IOException, Refusal {
    long deadline = System.nanoTime() + within.toNanos();
    ByteBuffer head = ByteBuffer.allocate(maxBytes);
    while (head.hasRemaining()) {
      int count = channel.read(head);
      if (count < 0) {
        throw new Refusal(400, "the request ends early");
      }
      if (count == 0 && !ready(SelectionKey.OP_READ, deadline)) {
        throw new Refusal(408, "the request does not end");
      }
      String text = new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
      int end = text.indexOf(HEAD_END);
      if (end >= 0) {
        return text.substring(0, end);
      }
    }
    throw new Refusal(431, "the request is too long");
  }

  /**
   * Writes everything.
   *
   * @throws SocketTimeoutException if for so long nothing can be written
   */
  void write(ByteBuffer[] buffers, Duration stall) throws IOException {
    int first = 0;
    while (first < buffers.length) {
      if (!buffers[first].hasRemaining()) {
        first++;
      } else if (channel.write(buffers, first, buffers.length - first) == 0) {
        long begun = System.nanoTime();
        boolean ready = ready(SelectionKey.OP_WRITE, begun + stall.toNanos());
        blockedNanos += System.nanoTime() - begun;
        if (!ready) {
          throw new SocketTimeoutException();
        }
      }
    }
  }

  /**
   * Tells the other side that this was all, and waits until it closes: otherwise a reset could
   * swallow what it has not read yet.
   *
   * @throws SocketTimeoutException if it does not close in time
   */
  void finish(Duration within) throws IOException {
    channel.shutdownOutput();
    long deadline = System.nanoTime() + within.toNanos();
    ByteBuffer ignored = ByteBuffer.allocate(1 << 9);
    for (int count = channel.read(ignored); count >= 0; count = channel.read(ignored.clear())) {
      if (!ready(SelectionKey.OP_READ, deadline)) {
        throw new SocketTimeoutException();
      }
    }
  }

  /** False after the deadline, by {@link System#nanoTime()}. */
  private boolean ready(int operation, long deadline) throws IOException {
    try {
      key.interestOps(operation);
      for (long left = deadline - System.nanoTime();
          left > 0;
          left = deadline - System.nanoTime()) {
        if (selector.select(Math.max(1, left / 1_000_000)) > 0) {
          selector.selectedKeys().clear();
          return true;
        }
        if (!selector.isOpen()) {
          throw new AsynchronousCloseException();
        }
      }
      return false;
    } catch (ClosedSelectorException | CancelledKeyException e) {
      throw (IOException) new AsynchronousCloseException().initCause(e);
    }
  }

  /** Closing the selector first: a channel that a selector has is closed only when that lets go. */
  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
  }
}
