package storagebench.run.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.UserError;
import storagebench.results.WholeFile;

/** The trials of a run that ended, one file each, synced before the next trial starts. */
final class TrialStore {
  /** Name of their folder within the run's. */
  static final String FOLDER = "trials";

  private static final String ENDING = ".json";
  private static final String FAILED = ".failed";
  private static final String SET_ASIDE = ".damaged";
  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})\\..*");

  private final Path folder;

  /**
   * @param run the run's folder
   */
  TrialStore(Path run) {
    this.folder = run.resolve(FOLDER);
  }

  /**
   * Keeps a trial.
   *
   * @throws UserError if it cannot be written, such as on a full disk
   */
  void keep(FinishedTrial trial) {
    keep(trial.position(), ENDING, TrialFile.write(trial));
  }

  /**
   * Keeps why a trial failed.
   *
   * @throws UserError if it cannot be written
   */
  void keep(FailedTrial trial) {
    keep(trial.position(), FAILED, trial.written());
  }

  private void keep(int position, String ending, byte[] content) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserError("cannot make " + folder + ": " + e, e);
    }
    String name = String.format(Locale.ROOT, "%04d%s", position, ending);
    WholeFile.write(folder.resolve(name), content);
  }

  /**
   * Reads the finished ones.
   *
   * @param damaged takes each file that is damaged, and so left out
   */
  List<FinishedTrial> read(Consumer<Path> damaged) {
    return read(ENDING, TrialFile::read, damaged);
  }

  /**
   * Reads those that failed, whether or not they were finished later.
   *
   * @param damaged takes each file that is damaged, and so left out
   */
  List<FailedTrial> failed(Consumer<Path> damaged) {
    return read(FAILED, FailedTrial::read, damaged);
  }

  /** Reads the trial in a file. */
  @FunctionalInterface
  private interface Parser<T> {
    T parse(byte[] bytes) throws IOException;
  }

  private <T> List<T> read(String ending, Parser<T> parser, Consumer<Path> damaged) {
    List<T> trials = new ArrayList<>();
    for (Path file : files(ending)) {
      try {
        trials.add(parser.parse(Files.readAllBytes(file)));
      } catch (IOException | IllegalArgumentException e) {
        damaged.accept(file);
      }
    }
    return trials;
  }

  /** The positions of the finished trials. */
  Set<Integer> positions() {
    return files(ENDING).stream()
        .map(file -> position(file.getFileName().toString()))
        .collect(Collectors.toSet());
  }

  /** The largest position that any file has had, damaged ones included. */
  int lastPosition() {
    return names().mapToInt(TrialStore::position).max().orElse(0);
  }

  private static int position(String name) {
    Matcher number = NUMBERED.matcher(name);
    return number.matches() ? Integer.parseInt(number.group(1)) : 0;
  }

  private List<Path> files(String ending) {
    return names().filter(name -> name.endsWith(ending)).sorted().map(folder::resolve).toList();
  }

  private Stream<String> names() {
    if (!Files.isDirectory(folder)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    } catch (IOException e) {
      throw new UserError(folder + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  /** Renames a damaged file, so that nobody reads it again. */
  static Path setAside(Path file) {
    Path aside = file.resolveSibling(file.getFileName() + SET_ASIDE);
    try {
      return Files.move(file, aside);
    } catch (FileAlreadyExistsException e) {
      throw new UserError(aside + ": is in the way of another damaged file; move it away", e);
    } catch (IOException e) {
      throw new UserError(file + ": is damaged and cannot be set aside: " + e, e);
    }
  }
}
