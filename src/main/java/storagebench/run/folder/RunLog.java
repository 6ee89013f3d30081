package storagebench.run.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import storagebench.UserError;
import storagebench.run.plan.BenchmarkArguments;

/**
 * The log of a run: JMH's text, notes of the suite and how the run ended. It is written to {@code
 * log.txt}, to the file of {@code -o}, and with {@code --verbose} to the terminal. A resumed run
 * appends to it.
 */
public final class RunLog implements AutoCloseable {
  private final Tee tee;
  private final PrintStream out;

  private RunLog(Tee tee) {
    this.tee = tee;
    this.out = new PrintStream(tee, true, StandardCharsets.UTF_8);
  }

  /** Opens the log; an existing one is appended to. */
  public static RunLog open(NewFolder folder, BenchmarkArguments arguments) {
    List<OutputStream> sinks = new ArrayList<>();
    try {
      sinks.add(
          Files.newOutputStream(
              folder.file(NewFolder.LOG), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      if (arguments.output().isPresent()) {
        sinks.add(Files.newOutputStream(arguments.output().get()));
      }
    } catch (IOException e) {
      throw new UserError("cannot write JMH's output: " + e, e);
    }
    if (arguments.verbose()) {
      sinks.add(System.out);
    }
    return new RunLog(new Tee(sinks));
  }

  /** Where JMH prints. */
  public PrintStream out() {
    return out;
  }

  /** Writes a line of its own, with the time before it, wherever JMH is in its text. */
  public void note(Instant when, String text) {
    synchronized (out) {
      out.print((tee.midLine ? "\n" : "") + when.truncatedTo(ChronoUnit.SECONDS) + " " + text);
      out.print("\n");
    }
  }

  /**
   * Runs, and logs the error if it ends with one; a fault of the suite with its stack trace.
   *
   * @return what the run returns
   */
  public <T> T endingIn(Supplier<T> run) {
    try {
      return run.get();
    } catch (UserError e) {
      note(Instant.now(), "Error: " + e.getMessage());
      throw e;
    } catch (RuntimeException | Error e) {
      note(Instant.now(), "Error: " + e);
      e.printStackTrace(out);
      throw e;
    }
  }

  @Override
  public void close() {
    out.close();
  }

  /** Writes to all; closes all but the terminal. */
  private static final class Tee extends OutputStream {
    private final List<OutputStream> sinks;
    private boolean midLine;

    Tee(List<OutputStream> sinks) {
      this.sinks = sinks;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (OutputStream sink : sinks) {
        sink.write(bytes, from, length);
      }
      if (length > 0) {
        midLine = bytes[from + length - 1] != '\n';
      }
    }

    @Override
    public void flush() throws IOException {
      for (OutputStream sink : sinks) {
        sink.flush();
      }
    }

    @Override
    public void close() throws IOException {
      for (OutputStream sink : sinks) {
        if (sink != System.out) {
          sink.close();
        }
      }
    }
  }
}
