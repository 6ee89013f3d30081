package storagebench.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import storagebench.UserError;

/**
 * A pipe, such as that of the shell's {@code <(git show A:jmh.json)}: it can be read once, and has
 * neither a length nor a folder. Its content is copied to a file that is deleted at the end.
 */
final class Pipe {
  private Pipe() {}

  /**
   * The path itself, or where it is no regular file a copy of what it gives.
   *
   * @throws UserError if it cannot be read
   */
  static Path asFile(Path path) {
    if (Files.isRegularFile(path)) {
      return path;
    }
    try (InputStream in = Files.newInputStream(path)) {
      Path folder = Files.createTempDirectory("storagebench-");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve(path.toString().replaceAll("[^A-Za-z0-9.]+", "-"));
      file.toFile().deleteOnExit();
      Files.copy(in, file);
      return file;
    } catch (IOException e) {
      throw new UserError(path + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
