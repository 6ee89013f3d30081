package storagebench.gpfdist;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What one external table reads. Its URLs stay the same and cannot be guessed; what they serve is
 * the batch on offer. Thread-safe.
 */
public final class RowSource implements AutoCloseable {
  private static final int PATH_BYTES = 16;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;

  private final String authority;
  private final int segments;
  private final String path;
  private final Consumer<RowSource> closing;
  private final Set<TimedChannel> connections = ConcurrentHashMap.newKeySet();
  private volatile Optional<Offer> offer = Optional.empty();

  /**
   * @param authority host and port of the server
   * @param segments how many will ask
   * @param closing is called when it is closed
   */
  RowSource(String authority, int segments, Consumer<RowSource> closing) {
    this.authority = authority;
    this.segments = segments;
    this.closing = closing;
    byte[] random = new byte[PATH_BYTES];
    new SecureRandom().nextBytes(random);
    this.path = "/" + HexFormat.of().formatHex(random);
  }

  /** The path of its URLs, up to the number of the URL. */
  String path() {
    return path;
  }

  /** How many segments will ask. */
  public int segments() {
    return segments;
  }

  /**
   * URLs for LOCATION. All serve the same batch; a server wants no two that are equal.
   *
   * @param count at most as many as there are segments
   */
  public List<String> locations(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "gpfdist://" + authority + path + "/" + i)
        .toList();
  }

  /** Serves this batch from now on, to the statements that ask from now on. */
  public Offer offer(RowBlocks batch) {
    Offer made = new Offer(batch, segments);
    offer = Optional.of(made);
    return made;
  }

  /** Serves nothing any more: who asks gets an error. */
  public void withdraw() {
    offer = Optional.empty();
  }

  /** The scan that a request is part of. */
  Scan scan(Request request) throws Refusal {
    if (request.segments() > segments || request.segment() >= segments) {
      throw new Refusal(BAD_REQUEST, "expected " + segments + " segments");
    }
    return offer
        .orElseThrow(() -> new Refusal(NOT_FOUND, "no batch is on offer"))
        .scan(request.scan());
  }

  /** A connection that closes with the source. */
  void join(TimedChannel connection) throws Refusal {
    if (connections.size() >= 2 * segments) {
      throw new Refusal(TOO_MANY_REQUESTS, "too many connections");
    }
    connections.add(connection);
  }

  void leave(TimedChannel connection) {
    connections.remove(connection);
  }

  /** Ends what is being served. Its URLs are unknown from now on. */
  @Override
  public void close() {
    withdraw();
    closing.accept(this);
    for (TimedChannel connection : connections) {
      try {
        connection.close();
      } catch (IOException e) {
        // It is gone already.
      }
    }
  }
}
