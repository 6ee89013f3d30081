package storagebench.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import storagebench.UserError;

/** Where a run keeps its files; what they hold is described in {@code results/README.md}. */
public final class RunFolder {
  /** JMH's results of the run. */
  public static final String RESULTS = "jmh.json";

  /** Where JMH itself writes JSON if it is not told where. */
  private static final String RESULTS_OF_JMH = "jmh-result.json";

  /** What the run was measured on. */
  public static final String FINGERPRINT = "fingerprint.json";

  /** JSON files of a run that hold no results. */
  private static final Set<String> BESIDE = Set.of(FINGERPRINT, Interleaving.FILE, TrialLog.FILE);

  private RunFolder() {}

  /**
   * The result files that a path stands for: itself, or in a folder every {@code jmh.json} and
   * {@code jmh-result.json} at any depth, or where there is none every JSON file directly in it.
   */
  public static List<Path> resultsIn(Path path) {
    if (!Files.exists(path)) {
      throw new UserError(path + ": no such file; give a JMH JSON file or a run's folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> runs = find(path, Integer.MAX_VALUE, RunFolder::isOfARun);
    List<Path> files = runs.isEmpty() ? find(path, 1, name -> name.endsWith(".json")) : runs;
    if (files.isEmpty()) {
      throw new UserError(path + ": no JMH JSON in this folder; run with -rf json -rff FILE");
    }
    return files;
  }

  private static boolean isOfARun(String name) {
    return name.equals(RESULTS) || name.equals(RESULTS_OF_JMH);
  }

  private static List<Path> find(Path folder, int depth, Predicate<String> wanted) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> wanted.test(f.getFileName().toString()))
          .filter(f -> !BESIDE.contains(f.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(folder + ": cannot be listed: " + e.getMessage(), e);
    }
  }
}
