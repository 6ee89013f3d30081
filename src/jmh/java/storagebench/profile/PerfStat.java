package storagebench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Linux perf, counting an event of processes from its start until it is asked; see perf-stat(1),
 * "CSV FORMAT". A user without rights gets what happens outside the kernel only, under the event's
 * name with {@code :u}.
 */
final class PerfStat implements AutoCloseable {
  private static final String UNSUPPORTED = "<not supported>";

  private final Process perf;

  private PerfStat(Process perf) {
    this.perf = perf;
  }

  /**
   * Counts from now on.
   *
   * @param event as {@code perf list} names it
   * @throws UncheckedIOException if perf is not there or may not look at one of the processes
   */
  static PerfStat start(String event, Collection<Integer> processes) {
    String pids = processes.stream().map(String::valueOf).collect(Collectors.joining(","));
    try {
      // perf counts as long as its command lives. What cat echoes says that counting is on.
      PerfStat stat =
          new PerfStat(
              new ProcessBuilder(
                      List.of("perf", "stat", "-x", ",", "-e", event, "-p", pids, "--", "cat"))
                  .start());
      stat.awaitCounting();
      return stat;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether this machine counts an event, and this user may ask it to, of such a process. One that
   * does not run meanwhile has no count, which says nothing of the machine.
   */
  static boolean counts(String event, int process) {
    try (PerfStat stat = start(event, List.of(process))) {
      return !stat.said().contains(UNSUPPORTED);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private void awaitCounting() throws IOException {
    perf.getOutputStream().write('\n');
    perf.getOutputStream().flush();
    if (perf.getInputStream().read() < 0) {
      throw new IOException("perf stat has ended: " + said());
    }
  }

  /** How often it happened, in all the processes together; empty if that was not counted. */
  OptionalDouble stop() {
    try {
      // A line for each kind of CPU, such as "48893,,instructions,0,100.00,,".
      double[] counts =
          said()
              .lines()
              .map(line -> line.split(",", 2)[0])
              .filter(figure -> figure.matches("\\d+(\\.\\d+)?"))
              .mapToDouble(Double::parseDouble)
              .toArray();
      return counts.length == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(DoubleStream.of(counts).sum());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the count. */
  private String said() throws IOException {
    perf.getOutputStream().close();
    return new String(perf.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() {
    perf.destroy();
  }
}
