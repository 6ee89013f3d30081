package storagebench.run.kept;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import storagebench.UserError;

/** Keeps a second runner out of a run's folder, by a lock on its plan; the system ends it too. */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param folder one that holds a plan
   * @throws UserError if another runner has it
   */
  static FolderLock of(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(folder.resolve(RunPlan.FILE), StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new UserError("another run is at work in " + folder + "; wait for its end");
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new UserError("cannot lock " + folder.resolve(RunPlan.FILE) + ": " + e, e);
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
