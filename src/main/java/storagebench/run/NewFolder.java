package storagebench.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import storagebench.UserError;

/** The folder that will keep a run: {@code results/<UTC time>/}. */
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

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** A file in it. */
  public Path file(String name) {
    return path.resolve(name);
  }
}
