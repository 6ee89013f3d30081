package storagebench.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import storagebench.UserError;

/** Writes files whole or not at all: beside, to the disk, then renamed, which is synced too. */
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
    writeAll(Map.of(file, content), new ArrayDeque<>());
  }

  /**
   * Writes files into a folder, all of them or none: none is renamed before all are on the disk.
   *
   * @param folder made if it does not exist
   * @param files text by name, which may have a folder in it; files of these names are replaced
   * @throws UserError if one cannot be written; what was there is kept
   */
  public static void writeAll(Path folder, Map<String, String> files) {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    files.forEach(
        (name, text) -> contents.put(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
    Deque<Path> made = new ArrayDeque<>();
    try {
      for (Path file : contents.keySet()) {
        makeFolder(file.toAbsolutePath().getParent(), made);
      }
    } catch (IOException e) {
      made.forEach(WholeFile::deleteQuietly);
      throw new UserError(
          folder + ": cannot be made: " + e + "; name another folder with --out", e);
    }
    writeAll(contents, made);
  }

  /** Removes what was made, the last first, if a file cannot be written. */
  private static void writeAll(Map<Path, byte[]> files, Deque<Path> made) {
    Path current = null;
    try {
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        current = file.getKey();
        made.push(beside(current));
        writeBeside(current, file.getValue());
      }
      for (Path file : files.keySet()) {
        current = file;
        move(beside(file), file);
      }
    } catch (IOException e) {
      made.forEach(WholeFile::deleteQuietly);
      throw new UserError("cannot write " + current + ": " + e + "; what was there is kept", e);
    }
    files.keySet().stream()
        .map(file -> file.toAbsolutePath().getParent())
        .distinct()
        .forEach(WholeFile::syncNames);
  }

  /**
   * Removes a file, if it is there.
   *
   * @throws UserError if it cannot be removed
   */
  public static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UserError("cannot remove " + file + ": " + e, e);
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + UNFINISHED);
  }

  private static void writeBeside(Path file, byte[] content) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileAlreadyExistsException(file + " is a folder");
    }
    try (OutputStream out = Files.newOutputStream(beside(file))) {
      out.write(content);
    }
    try (FileChannel channel = FileChannel.open(beside(file), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void makeFolder(Path folder, Deque<Path> made) throws IOException {
    if (!Files.isDirectory(folder)) {
      if (folder.getParent() != null) {
        makeFolder(folder.getParent(), made);
      }
      Files.createDirectory(folder);
      made.push(folder);
    }
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
