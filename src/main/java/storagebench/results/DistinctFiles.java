package storagebench.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import storagebench.UserError;

/**
 * The result files that paths stand for. A file that is reached twice counts once, and so does a
 * copy: the same measurements are no further forks.
 *
 * @param files in the order in which they were reached
 * @param warnings the copies that were left out, one line each
 */
public record DistinctFiles(List<Path> files, List<String> warnings) {
  public DistinctFiles {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /**
   * Files, and what lies in folders.
   *
   * @throws UserError if one cannot be found or read
   */
  public static DistinctFiles in(List<Path> paths) {
    Set<Path> reached = new HashSet<>();
    Map<Long, List<Path>> bySize = new HashMap<>();
    List<Path> files = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : RunFolder.resultsIn(path)) {
        if (reached.add(real(file))) {
          List<Path> asLong = bySize.computeIfAbsent(size(file), size -> new ArrayList<>());
          Optional<Path> first = asLong.stream().filter(f -> isCopy(f, file)).findFirst();
          if (first.isPresent()) {
            warnings.add(file + " is a copy of " + first.get() + ", which counts once");
          } else {
            asLong.add(file);
            files.add(file);
          }
        }
      }
    }
    return new DistinctFiles(files, warnings);
  }

  /** Whether both hold the same bytes; those of another length are not read. */
  public static boolean areCopies(Path one, Path other) {
    return size(one) == size(other) && isCopy(one, other);
  }

  private static boolean isCopy(Path one, Path other) {
    try {
      return Files.mismatch(one, other) < 0;
    } catch (IOException e) {
      throw unreadable(other, e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UserError unreadable(Path file, IOException e) {
    return new UserError(file + ": cannot be read; give a JMH JSON file or a run's folder", e);
  }
}
