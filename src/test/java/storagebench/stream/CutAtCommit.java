package storagebench.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network between client and server that is cut at a batch's COMMIT, once, before or after it.
 */
final class CutAtCommit implements AutoCloseable {
  private static final String COMMIT = "COMMIT\0";

  /** What the first batch says before its COMMIT, and nothing says before the first batch. */
  private static final String JOURNAL = "INSERT INTO storage_bench.stream_batch";

  private final ServerSocket listening;
  private final int serverPort;
  private final boolean reachesTheServer;
  private final AtomicInteger commitsToCome;
  private volatile boolean batchesHaveBegun;

  /**
   * @param commit which COMMIT, from 1 for that of the first batch
   * @param reachesTheServer whether the server gets it and answers, and only the answer is lost
   */
  CutAtCommit(int serverPort, int commit, boolean reachesTheServer) throws IOException {
    this.serverPort = serverPort;
    this.commitsToCome = new AtomicInteger(commit);
    this.reachesTheServer = reachesTheServer;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Whether the cut took place. */
  boolean cut() {
    return commitsToCome.get() <= 0;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        Line line = new Line(client, server);
        daemon(line::toServer);
        daemon(line::toClient);
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "network");
    thread.setDaemon(true);
    thread.start();
  }

  /** One connection. */
  private final class Line {
    private final Socket client;
    private final Socket server;
    private volatile boolean answerIsLost;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void toServer() {
      byte[] buffer = new byte[1 << 16];
      try (client;
          server) {
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
          boolean last = isTheCommit(buffer, length);
          answerIsLost = last;
          if (!last || reachesTheServer) {
            out.write(buffer, 0, length);
          }
          if (last && !reachesTheServer) {
            return;
          }
        }
      } catch (IOException e) {
        // The other side hung up.
      }
    }

    void toClient() {
      byte[] buffer = new byte[1 << 16];
      try (client;
          server) {
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
          if (answerIsLost) {
            return;
          }
          out.write(buffer, 0, length);
        }
      } catch (IOException e) {
        // The other side hung up.
      }
    }

    /** The driver sends a COMMIT at once and alone. */
    private boolean isTheCommit(byte[] buffer, int length) {
      String sent = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
      batchesHaveBegun |= sent.contains(JOURNAL);
      return batchesHaveBegun && sent.contains(COMMIT) && commitsToCome.decrementAndGet() == 0;
    }
  }
}
