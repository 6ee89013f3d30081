package storagebench.run.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import storagebench.UserError;
import storagebench.results.WholeFile;

/** The folder that keeps a run: {@code results/<UTC time>/}. */
public final class NewFolder {
  /** JMH's own text and every error with its stack trace. */
  static final String LOG = "log.txt";

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

  private final Path path;

  private NewFolder(Path path) {
    this.path = path;
  }

  /**
   * Makes the folder of a run that begins now.
   *
   * @param results the folder for all runs; made if absent
   * @throws UserError if it cannot be made
   */
  public static NewFolder create(Path results, Clock clock) {
    String name = NAME.format(clock.instant().atZone(ZoneOffset.UTC));
    try {
      Files.createDirectories(results);
      for (int second = 1; ; second++) {
        Path path = results.resolve(second == 1 ? name : name + "-" + second);
        try {
          return new NewFolder(Files.createDirectory(path));
        } catch (FileAlreadyExistsException e) {
          // Another run began in the same second.
        }
      }
    } catch (FileAlreadyExistsException e) {
      throw new UserError("cannot make a folder in " + results + ": that is a file", e);
    } catch (IOException e) {
      throw new UserError("cannot make a folder in " + results + ": " + e, e);
    }
  }

  /**
   * The folder of a run that goes on.
   *
   * @throws UserError if there is none
   */
  public static NewFolder reopen(Path path) {
    if (!Files.isDirectory(path)) {
      throw new UserError(path + ": no such folder; --resume needs the folder of a run");
    }
    return new NewFolder(path);
  }

  /** Removes files that a killed run left half-written. */
  void removeUnfinishedFiles() {
    try (Stream<Path> files = Files.walk(path, 2)) {
      for (Path file : files.filter(f -> f.toString().endsWith(WholeFile.UNFINISHED)).toList()) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(path + ": cannot be tidied up: " + e, e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** A file in it. */
  public Path file(String name) {
    return path.resolve(name);
  }
}
