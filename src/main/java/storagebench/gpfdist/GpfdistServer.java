package storagebench.gpfdist;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import storagebench.UserError;

/**
 * Serves rows to the segments of a cluster by gpfdist's protocol 1. It listens on one address and a
 * free port, with a thread for each connection. Thread-safe.
 *
 * <p>Protocol 0 is refused: a stream of it that is cut looks as if it had ended.
 */
public final class GpfdistServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(GpfdistServer.class.getName());

  /** Connections beyond those that segments need: of strangers, until they are refused. */
  private static final int SPARE_CONNECTIONS = 8;

  /** A segment has sent its request by then, and closes when it has read the answer. */
  private static final Duration TURNING_AWAY = Duration.ofMillis(200);

  private static final long RETRY_NANOS = 10_000_000;

  private final ServerSocketChannel entrance;
  private final Deadlines deadlines;
  private final Consumer<String> log;
  private final String authority;
  private final Map<String, RowSource> sources = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();

  private GpfdistServer(ServerSocketChannel entrance, Deadlines deadlines, Consumer<String> log)
      throws IOException {
    this.entrance = entrance;
    this.deadlines = deadlines;
    this.log = log;
    InetSocketAddress address = (InetSocketAddress) entrance.getLocalAddress();
    String host = address.getAddress().getHostAddress();
    authority =
        (address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host)
            + ":"
            + address.getPort();
  }

  /**
   * Listens on an address of this machine that the segments can reach.
   *
   * @throws UserError if this machine has no such address
   */
  public static GpfdistServer listen(InetAddress address) {
    return listen(address, Deadlines.USUAL, line -> LOG.log(System.Logger.Level.WARNING, line));
  }

  /**
   * Listens on an address of this machine that the segments can reach.
   *
   * @param log takes a line for each request that is refused and each segment that stops reading
   * @throws UserError if this machine has no such address
   */
  public static GpfdistServer listen(
      InetAddress address, Deadlines deadlines, Consumer<String> log) {
    try {
      ServerSocketChannel entrance = ServerSocketChannel.open();
      try {
        entrance.bind(new InetSocketAddress(address, 0));
        GpfdistServer server = new GpfdistServer(entrance, deadlines, log);
        start("gpfdist " + server.authority, server::accept);
        return server;
      } catch (IOException e) {
        entrance.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UserError(
          "cannot listen on "
              + address.getHostAddress()
              + " for segments; expected an address of this machine: "
              + e.getMessage(),
          e);
    }
  }

  /** Where it listens, as {@code host:port}. */
  public String authority() {
    return authority;
  }

  /**
   * New URLs for one external table, which serve nothing yet.
   *
   * @param segments primaries of the cluster
   */
  public RowSource source(int segments) {
    RowSource source = new RowSource(authority, segments, closed -> sources.remove(closed.path()));
    sources.put(source.path(), source);
    return source;
  }

  private RowSource find(String path) throws Refusal {
    RowSource source = sources.get(path.replaceFirst("/\\d{1,6}$", ""));
    if (source == null) {
      throw new Refusal(404, "unknown path");
    }
    return source;
  }

  private void accept() {
    while (entrance.isOpen()) {
      try {
        SocketChannel connection = entrance.accept();
        if (connections.incrementAndGet() > mostConnections()) {
          connections.decrementAndGet();
          turnAway(connection);
        } else {
          start("gpfdist connection", () -> answer(connection));
        }
      } catch (IOException e) {
        // The server is closed, or who connected is gone or stays; or no socket is left for a
        // while.
        LockSupport.parkNanos(RETRY_NANOS);
      }
    }
  }

  /** No other connection is accepted meanwhile. */
  private void turnAway(SocketChannel connection) throws IOException {
    try (connection;
        TimedChannel channel = new TimedChannel(connection)) {
      Refusal refusal = new Refusal(503, "more connections than segments need are open");
      log.accept("gpfdist: refused a connection: " + refusal.statusLine());
      SegmentConnection.refuse(channel, refusal, TURNING_AWAY);
    }
  }

  private int mostConnections() {
    return SPARE_CONNECTIONS + 2 * sources.values().stream().mapToInt(RowSource::segments).sum();
  }

  private void answer(SocketChannel connection) {
    try (connection;
        TimedChannel channel = new TimedChannel(connection)) {
      new SegmentConnection(channel, this::find, deadlines, log)
          .answer(String.valueOf(connection.getRemoteAddress()));
    } catch (IOException e) {
      // A stranger hung up before the answer to a request that was refused.
    } finally {
      connections.decrementAndGet();
    }
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends all that is being served and listens no longer. */
  @Override
  public void close() {
    List<RowSource> all = new ArrayList<>(sources.values());
    try {
      entrance.close();
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING, "the gpfdist server cannot be closed: " + e.getMessage());
    }
    all.forEach(RowSource::close);
  }
}
