package storagebench.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import storagebench.UserError;

/** Writes a file whole or not at all: beside, to the disk, then renamed, which is synced too. */
public final class WholeFile {
  /** Ending of a file that is being written; one that stays was left by a dead process. */
  public static final String UNFINISHED = ".part";

  private WholeFile() {}

  /**
   * Writes the file; one that was there is replaced.
   *
   * @throws UserError if it cannot be written; what was there is kept
   */
  public static void write(Path file, byte[] content) {
    writeAll(Map.of(file, content));
  }

  /**
   * Writes all of them, or none where one cannot be written: the disk has them all before the first
   * gets its name.
   *
   * @param files contents by file, of one folder
   * @throws UserError if one cannot be written; what was there is kept
   */
  public static void writeAll(Map<Path, byte[]> files) {
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      try {
        writeBeside(file.getKey(), file.getValue());
      } catch (IOException e) {
        files.keySet().forEach(written -> deleteQuietly(beside(written)));
        throw cannotWrite(file.getKey(), e);
      }
    }
    for (Path file : files.keySet()) {
      try {
        move(beside(file), file);
      } catch (IOException e) {
        files.keySet().forEach(written -> deleteQuietly(beside(written)));
        throw cannotWrite(file, e);
      }
    }
    files.keySet().stream()
        .map(file -> file.toAbsolutePath().getParent())
        .distinct()
        .forEach(WholeFile::syncNames);
  }

  private static void writeBeside(Path file, byte[] content) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileAlreadyExistsException(file.toString(), null, "it is a folder");
    }
    try (OutputStream out = Files.newOutputStream(beside(file))) {
      out.write(content);
    }
    try (FileChannel channel = FileChannel.open(beside(file), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static UserError cannotWrite(Path file, IOException e) {
    return new UserError("cannot write " + file + ": " + e + "; what was there is kept", e);
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + UNFINISHED);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Without this a power cut may take the new name away again. */
  private static void syncNames(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every system opens folders; there the rename is as safe as the system makes it.
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The error that led here is the one to tell.
    }
  }
}
