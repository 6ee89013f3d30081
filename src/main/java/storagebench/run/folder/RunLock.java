package storagebench.run.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import storagebench.UserError;

/** Keeps a second runner away, by a lock on a file; the operating system ends it too. */
public final class RunLock implements AutoCloseable {
  private static final Path OF_MACHINE =
      Path.of(System.getProperty("java.io.tmpdir"), "storagebench.lock");

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Keeps other runners out of a run's folder.
   *
   * @param plan the file of the plan in the folder
   * @throws UserError if another runner has it
   */
  public static RunLock ofFolder(Path folder, String plan) {
    return new RunLock(
        held(
            folder.resolve(plan),
            "another run is at work in " + folder + "; wait for its end",
            StandardOpenOption.WRITE));
  }

  /**
   * Does something in a run's folder while other runners are kept out.
   *
   * @throws UserError if another runner has it
   */
  static void holding(Path folder, Runnable action) {
    RunLock lock = ofFolder(folder, RunPlan.FILE);
    try {
      action.run();
    } finally {
      lock.close();
    }
  }

  /**
   * Measures with all other measurements kept off this machine, from before a server is started for
   * this one until after it is stopped. JMH's own lock is held during a trial only. As with that,
   * {@code -Djmh.ignoreLock=true} lets both go on.
   *
   * @throws UserError if another runner is at work
   */
  public static <T> T alone(Supplier<T> measurement) {
    if (Boolean.getBoolean("jmh.ignoreLock")) {
      return measurement.get();
    }
    String refusal =
        "another run is measuring on this machine; wait for its end, as each would disturb the"
            + " other";
    RunLock lock =
        new RunLock(held(OF_MACHINE, refusal, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    // The next run may be another user's.
    OF_MACHINE.toFile().setWritable(true, false);
    try {
      return measurement.get();
    } finally {
      lock.close();
    }
  }

  private static FileChannel held(Path file, String refusal, OpenOption... options) {
    try {
      FileChannel channel = FileChannel.open(file, options);
      if (!locked(channel)) {
        channel.close();
        throw new UserError(refusal);
      }
      return channel;
    } catch (IOException e) {
      throw new UserError("cannot lock " + file + ": " + e, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }
}
