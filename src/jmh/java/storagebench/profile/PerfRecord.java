package storagebench.profile;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import storagebench.UserError;

/**
 * Linux perf, sampling the stacks of processes when it is told to. Stacks are unwound by the
 * programs' DWARF tables, because servers are mostly built without frame pointers.
 */
final class PerfRecord implements AutoCloseable {
  private static final String PERF = "perf";

  /** Not a round number, so as not to run in step with what the server does by the clock. */
  private static final String HERTZ = "99";

  private static final String UNWIND = "dwarf,16384";
  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final String prefix;
  private final Process process;
  private final RandomAccessFile control;

  /**
   * Gets ready to sample these processes; samples nothing yet.
   *
   * @param folder where it keeps its files until it is closed
   * @param prefix what their names begin with
   */
  PerfRecord(Path folder, String prefix, Collection<Integer> processes) throws IOException {
    this.folder = folder;
    this.prefix = prefix;
    Path fifo = file("perf.control");
    Files.deleteIfExists(fifo);
    run(List.of("mkfifo", fifo.toString()));
    List<String> command =
        new ArrayList<>(
            List.of(
                PERF,
                "record",
                "-q",
                "-F",
                HERTZ,
                "--call-graph",
                UNWIND,
                "-D",
                "-1",
                "--control"));
    // By a relative name: perf takes a comma for the end of it.
    command.add("fifo:" + fifo.getFileName());
    command.addAll(List.of("-o", data().toString(), "-p", joined(processes)));
    process = start(command, file("perf.log"));
    // For both directions, or opening it would wait for perf to do so, which may have failed.
    control = new RandomAccessFile(fifo.toFile(), "rw");
  }

  /**
   * Makes sure that perf is there and may look at a process.
   *
   * @throws UserError if not, saying why
   */
  static void require(int pid) {
    try {
      run(
          List.of(
              PERF,
              "record",
              "-q",
              "-F",
              HERTZ,
              "--call-graph",
              UNWIND,
              "-o",
              "/dev/null",
              "-p",
              String.valueOf(pid),
              "--",
              "true"));
    } catch (IOException e) {
      throw new UserError(
          "Linux perf cannot be run (" + e.getMessage() + "); install it, on Debian as linux-perf",
          e);
    }
  }

  /** Samples from now on. */
  void enable() throws IOException {
    tell("enable");
  }

  /** Samples no more for now. */
  void disable() throws IOException {
    tell("disable");
  }

  /** Ends it and gives what was sampled, one line a frame. */
  List<String> script() throws IOException {
    tell("stop");
    close();
    Path script = file("perf.script");
    try {
      List<String> command =
          List.of(PERF, "script", "-i", data().toString(), "--no-inline", "-F", "pid,ip,sym,dso");
      Process running =
          new ProcessBuilder(command)
              .redirectOutput(script.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      finish(running);
      return Files.readAllLines(script, StandardCharsets.UTF_8);
    } finally {
      Files.deleteIfExists(script);
      Files.deleteIfExists(data());
    }
  }

  /** What perf said, in one line. */
  String complaint() throws IOException {
    return Files.readString(file("perf.log")).strip().replaceAll("\\s*\n\\s*", " ");
  }

  @Override
  public void close() throws IOException {
    control.close();
    finish(process);
    Files.deleteIfExists(file("perf.control"));
    Files.deleteIfExists(file("perf.log"));
  }

  private void tell(String command) throws IOException {
    if (!process.isAlive()) {
      String complaint = complaint();
      close();
      throw new UserError("perf has ended: " + complaint);
    }
    control.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private Path file(String name) {
    return folder.resolve(prefix + name);
  }

  private Path data() {
    return file("perf.data");
  }

  private static String joined(Collection<Integer> processes) {
    return processes.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static Process start(List<String> command, Path log) throws IOException {
    return new ProcessBuilder(command)
        .directory(log.getParent().toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static void run(List<String> command) throws IOException {
    File log = File.createTempFile("storagebench", ".log");
    try {
      Process process = start(command, log.toPath());
      finish(process);
      if (process.exitValue() != 0) {
        String said = Files.readString(log.toPath()).strip();
        throw new UserError(
            command.get(0) + " failed: " + said.lines().limit(2).collect(Collectors.joining(" ")));
      }
    } finally {
      Files.deleteIfExists(log.toPath());
    }
  }

  private static void finish(Process process) throws IOException {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
        process.waitFor();
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
