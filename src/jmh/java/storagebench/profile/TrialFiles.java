package storagebench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import storagebench.UserError;
import storagebench.results.ProfileFolder;

/** Where profilers put the files of the trial of this JVM. */
final class TrialFiles {
  /** What went wrong without harm to the measurement, a line each. */
  static final String WARNINGS = ProfileFolder.WARNINGS;

  private TrialFiles() {}

  /**
   * A file of that name; empty where no run keeps a folder.
   *
   * @throws UserError if its folder cannot be made
   */
  static Optional<Path> file(String name) {
    String folder = System.getProperty(ProfileFolder.PROPERTY, "");
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.createDirectories(Path.of(folder)).resolve(name));
    } catch (IOException e) {
      throw new UserError("cannot make the folder " + folder + ": " + e, e);
    }
  }
}
