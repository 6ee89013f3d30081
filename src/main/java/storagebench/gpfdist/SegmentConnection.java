package storagebench.gpfdist;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One request and its answer. */
final class SegmentConnection {
  /** The cluster looks for X-GP-PROTO in these capitals. */
  private static final String ACCEPTED =
      "HTTP/1.0 200 ok\r\nContent-Type: text/plain\r\nX-GP-PROTO: 1\r\nConnection: close\r\n\r\n";

  private static final String REFUSED = "HTTP/1.0 %s\r\nConnection: close\r\n\r\n";

  /** Finds what a path serves. */
  interface Sources {
    RowSource find(String path) throws Refusal;
  }

  private final TimedChannel channel;
  private final Sources sources;
  private final Deadlines deadlines;
  private final Consumer<String> log;

  SegmentConnection(
      TimedChannel channel, Sources sources, Deadlines deadlines, Consumer<String> log) {
    this.channel = channel;
    this.sources = sources;
    this.deadlines = deadlines;
    this.log = log;
  }

  /** Reads the request and answers it, or says in one line why not. */
  void answer(String from) throws IOException {
    try {
      Request request =
          Request.parse(channel.readHead(Request.MAX_HEAD_BYTES, deadlines.request()));
      RowSource source = sources.find(request.path());
      source.join(channel);
      try {
        Scan scan = source.scan(request);
        scan.begin(request.segment());
        serve(scan, request.segment());
      } finally {
        source.leave(channel);
      }
    } catch (Refusal e) {
      log.accept("gpfdist: refused a request from " + from + ": " + e.statusLine());
      refuse(channel, e, deadlines.request());
    }
  }

  /** Answers a request that is refused; of one that was not read, what comes in time is. */
  static void refuse(TimedChannel channel, Refusal refusal, Duration within) throws IOException {
    ByteBuffer answer = text(String.format(Locale.ROOT, REFUSED, refusal.statusLine()));
    channel.write(new ByteBuffer[] {answer}, within);
    channel.finish(within);
  }

  private void serve(Scan scan, int segment) {
    try {
      long begun = System.nanoTime();
      sendAll(scan, segment);
      scan.waited(segment, System.nanoTime() - begun - channel.blockedNanos());
      channel.finish(deadlines.stall());
      scan.left(segment);
    } catch (SocketTimeoutException e) {
      String line = "segment " + segment + " read nothing for " + seconds(deadlines.stall());
      scan.stalled(segment, line);
      log.accept("gpfdist: " + line);
    } catch (IOException e) {
      scan.hungUp(segment);
    }
  }

  private void sendAll(Scan scan, int segment) throws IOException {
    channel.write(new ByteBuffer[] {text(ACCEPTED)}, deadlines.stall());
    for (Optional<RowBlock> block = scan.take(segment);
        block.isPresent();
        block = scan.take(segment)) {
      channel.write(block.get().frame(), deadlines.stall());
      scan.sent(segment, block.get());
    }
    Optional<String> failure = scan.failure();
    channel.write(failure.map(RowBlock::error).orElseGet(RowBlock::end), deadlines.stall());
  }

  private static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
