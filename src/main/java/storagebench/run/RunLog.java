package storagebench.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import storagebench.UserError;

/** JMH's own text: into the run's log, the file of {@code -o}, and with --verbose the terminal. */
public final class RunLog implements AutoCloseable {
  private final PrintStream out;

  private RunLog(PrintStream out) {
    this.out = out;
  }

  public static RunLog open(NewFolder folder, BenchmarkArguments arguments) {
    List<OutputStream> sinks = new ArrayList<>();
    try {
      sinks.add(Files.newOutputStream(folder.file(NewFolder.LOG)));
      if (arguments.output().isPresent()) {
        sinks.add(Files.newOutputStream(arguments.output().get()));
      }
    } catch (IOException e) {
      throw new UserError("cannot write JMH's output: " + e, e);
    }
    if (arguments.verbose()) {
      sinks.add(System.out);
    }
    return new RunLog(new PrintStream(new Tee(sinks), true, StandardCharsets.UTF_8));
  }

  /** Where JMH prints. */
  public PrintStream out() {
    return out;
  }

  @Override
  public void close() {
    out.close();
  }

  /** Writes to all; closes all but the terminal. */
  private static final class Tee extends OutputStream {
    private final List<OutputStream> sinks;

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
