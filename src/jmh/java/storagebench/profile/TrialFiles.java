package storagebench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    return folder().map(kept -> made(kept.path()).resolve(name));
  }

  /**
   * A file of that name that is put together from all trials of the cell; empty where no run keeps
   * a folder.
   *
   * @throws UserError if its folder cannot be made
   */
  static Optional<Path> ofCell(String name) {
    return folder().map(kept -> made(kept.ofCell()).resolve(name));
  }

  /** The files of that name of all trials of the cell so far. */
  static List<Path> ofTrials(String name) {
    return folder().map(kept -> kept.ofTrials(name)).orElse(List.of());
  }

  private static Optional<ProfileFolder> folder() {
    return Optional.of(System.getProperty(ProfileFolder.PROPERTY, ""))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> new ProfileFolder(Path.of(folder)));
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserError("cannot make the folder " + folder + ": " + e, e);
    }
  }
}
