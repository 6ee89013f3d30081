package storagebench.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import storagebench.UserError;
import storagebench.gpfdist.ListenAddress;

/** The cluster's own gpfdist, which serves the files of a folder. */
final class GpfdistProgram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long RETRY_NANOS = 20_000_000;

  private final Process process;
  private final InetSocketAddress address;

  /**
   * Starts it and waits until it listens, on the address that was named or else that of this
   * machine alone.
   *
   * @throws UserError if it is not on the path or does not listen in time
   */
  GpfdistProgram(Path folder) {
    InetAddress host = ListenAddress.orElse(InetAddress.getLoopbackAddress().getHostAddress());
    try {
      address = new InetSocketAddress(host, freePort(host));
      process =
          new ProcessBuilder(
                  "gpfdist",
                  "-s",
                  "-d",
                  folder.toString(),
                  "-b",
                  host.getHostAddress(),
                  "-p",
                  Integer.toString(address.getPort()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UserError("gpfdist cannot be started; put the cluster's programs on the PATH", e);
    }
    awaitListening();
  }

  /** The URL of a file in the folder. */
  String url(Path file) {
    return "gpfdist://"
        + address.getAddress().getHostAddress()
        + ":"
        + address.getPort()
        + "/"
        + file.getFileName();
  }

  private void awaitListening() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!listens()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new UserError("gpfdist does not listen on " + address + "; try it by hand");
      }
      LockSupport.parkNanos(RETRY_NANOS);
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort(InetAddress host) {
    try (ServerSocket free = new ServerSocket(0, 1, host)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
