package storagebench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process has used since its start, from Linux's {@code /proc}; see proc(5).
 *
 * @param cpuNanos time on a CPU, of all its threads, from schedstat
 * @param userSeconds the part in user mode, in steps of a hundredth of a second
 * @param systemSeconds the part in the kernel, likewise
 * @param voluntary switches because it waited
 * @param involuntary switches because others had to run
 * @param readBytes read from disk
 * @param writtenBytes given to the disk's cache to be written
 * @param peakBytes the most memory it ever had, shared buffers that it touched included
 */
record ProcessUse(
    double cpuNanos,
    double userSeconds,
    double systemSeconds,
    double voluntary,
    double involuntary,
    double readBytes,
    double writtenBytes,
    double peakBytes) {

  /** USER_HZ: what the kernel tells times in, on every architecture that matters. */
  private static final double TICKS_PER_SECOND = 100;

  /** Fields 14 and 15 of stat; the name that precedes them is field 2. */
  private static final int USER_AFTER_NAME = 11;

  private static final int BYTES_PER_KILOBYTE = 1024;

  /**
   * Reads it.
   *
   * @throws UncheckedIOException if the process is gone or is hidden from this user
   */
  static ProcessUse of(int pid) {
    String stat = read(pid, "stat");
    String[] times = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    Map<String, Double> status = figures(pid, "status");
    Map<String, Double> io = figures(pid, "io");
    return new ProcessUse(
        cpuNanos(pid),
        Double.parseDouble(times[USER_AFTER_NAME]) / TICKS_PER_SECOND,
        Double.parseDouble(times[USER_AFTER_NAME + 1]) / TICKS_PER_SECOND,
        status.get("voluntary_ctxt_switches"),
        status.get("nonvoluntary_ctxt_switches"),
        io.get("read_bytes"),
        io.get("write_bytes"),
        status.get("VmHWM") * BYTES_PER_KILOBYTE);
  }

  /**
   * Time on a CPU of all threads that it has; a cluster's processes receive rows in threads of
   * their own.
   *
   * @throws UncheckedIOException if the process is gone or is hidden from this user
   */
  static double cpuNanos(int pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
      return threads.mapToDouble(ProcessUse::cpuNanosOfThread).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double cpuNanosOfThread(Path thread) {
    return Double.parseDouble(read(thread.resolve("schedstat")).split(" ")[0]);
  }

  /** The command line of the process, which a server's processes write their state into. */
  static String title(int pid) {
    return read(pid, "cmdline").replace('\0', ' ').strip();
  }

  /** What was used since an earlier look at the same process; the peak is the later one. */
  ProcessUse minus(ProcessUse earlier) {
    return new ProcessUse(
        cpuNanos - earlier.cpuNanos,
        userSeconds - earlier.userSeconds,
        systemSeconds - earlier.systemSeconds,
        voluntary - earlier.voluntary,
        involuntary - earlier.involuntary,
        readBytes - earlier.readBytes,
        writtenBytes - earlier.writtenBytes,
        peakBytes);
  }

  /** Both together; the peak is that of the larger. */
  ProcessUse plus(ProcessUse other) {
    return new ProcessUse(
        cpuNanos + other.cpuNanos,
        userSeconds + other.userSeconds,
        systemSeconds + other.systemSeconds,
        voluntary + other.voluntary,
        involuntary + other.involuntary,
        readBytes + other.readBytes,
        writtenBytes + other.writtenBytes,
        Math.max(peakBytes, other.peakBytes));
  }

  private static String read(int pid, String file) {
    return read(Path.of("/proc", String.valueOf(pid), file));
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines such as {@code VmHWM: 9000 kB}. */
  private static Map<String, Double> figures(int pid, String file) {
    return read(pid, file)
        .lines()
        .filter(line -> line.matches("\\w+:\\s+\\d+( kB)?"))
        .map(line -> line.split(":?\\s+"))
        .collect(Collectors.toMap(words -> words[0], words -> Double.parseDouble(words[1])));
  }
}
