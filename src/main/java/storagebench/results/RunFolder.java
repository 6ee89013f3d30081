package storagebench.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import storagebench.UserError;

/** Where a run keeps its files; what they hold is described in {@code docs/files.md}. */
public final class RunFolder {
  /** JMH's results of the run. */
  public static final String RESULTS = "jmh.json";

  /** Where JMH itself writes JSON if it is not told where. */
  private static final String RESULTS_OF_JMH = "jmh-result.json";

  /** What the run was measured on. */
  public static final String FINGERPRINT = "fingerprint.json";

  /** JSON files of a run that hold no results. */
  private static final Set<String> BESIDE = Set.of(FINGERPRINT, Interleaving.FILE, TrialLog.FILE);

  /** Where runs are kept if nothing else is said. */
  public static final String ALL_RUNS = "results";

  private static final Set<String> OF_THE_PROJECT = Set.of("reference", "proof");

  /** Name of a run's folder: when it began, and a number if others did in the same second. */
  private static final Pattern TIME = Pattern.compile("(\\d{8}T\\d{6}Z)(?:-(\\d{1,9}))?");

  private static final DateTimeFormatter BY_SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX", Locale.ROOT);

  private RunFolder() {}

  /**
   * The result files that a path stands for: itself, or in a folder every {@code jmh.json} and
   * {@code jmh-result.json} at any depth, or where there is none every JSON file directly in it.
   * What this project keeps in {@code results/reference} and {@code results/proof} is found only in
   * a path that leads into them.
   */
  public static List<Path> resultsIn(Path path) {
    if (!Files.exists(path)) {
      throw new UserError(path + ": no such file; give a JMH JSON file or a run's folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(Pipe.asFile(path));
    }
    List<Path> runs = find(path, Integer.MAX_VALUE, RunFolder::isOfARun);
    List<Path> files = runs.isEmpty() ? find(path, 1, name -> name.endsWith(".json")) : runs;
    if (files.isEmpty()) {
      List<Path> leftOut = leftOut(path);
      throw new UserError(
          path
              + ": no JMH JSON in this folder"
              + (leftOut.isEmpty()
                  ? "; run with -rf json -rff FILE"
                  : " but in " + named(leftOut) + ", read only when named"));
    }
    return files;
  }

  /** Whether it lies in one of the folders that come with the project. */
  private static boolean isOfTheProject(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    return IntStream.range(1, whole.getNameCount())
        .anyMatch(
            i ->
                OF_THE_PROJECT.contains(whole.getName(i).toString())
                    && whole.getName(i - 1).toString().equals(ALL_RUNS));
  }

  /** The folders in it that come with the project and were not named. */
  public static List<Path> leftOut(Path folder) {
    if (!Files.isDirectory(folder) || isOfTheProject(folder)) {
      return List.of();
    }
    return Stream.of(folder, folder.resolve(ALL_RUNS))
        .flatMap(parent -> OF_THE_PROJECT.stream().map(parent::resolve))
        .filter(path -> Files.isDirectory(path) && isOfTheProject(path))
        .sorted()
        .toList();
  }

  /**
   * The latest run that has results.
   *
   * @param results a folder of runs, named by the times of their starts
   * @throws UserError if there is none
   */
  public static Path latest(Path results) {
    try (Stream<Path> folders = Files.exists(results) ? Files.list(results) : Stream.of()) {
      return folders
          .filter(folder -> TIME.matcher(folder.getFileName().toString()).matches())
          .sorted(Comparator.comparing(RunFolder::start).reversed())
          .filter(folder -> !find(folder, Integer.MAX_VALUE, RunFolder::isOfARun).isEmpty())
          .findFirst()
          .orElseThrow(
              () ->
                  new UserError(
                      results
                          + ": no run with results here; measure one, or name a JMH JSON file or a"
                          + " folder"));
    } catch (IOException e) {
      throw new UserError(results + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  /** When the run began that a result file lies in, by the name of its folder. */
  static Optional<Instant> started(Path file) {
    Path folder = AlikeFiles.runOf(file).getFileName();
    Matcher time = TIME.matcher(folder == null ? "" : folder.toString());
    try {
      return time.matches()
          ? Optional.of(BY_SECOND.parse(time.group(1), Instant::from))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Its name, the number behind those of one second by its size. */
  private static String start(Path folder) {
    Matcher time = TIME.matcher(folder.getFileName().toString());
    return time.matches()
        ? time.group(1)
            + String.format(Locale.ROOT, "%9s", Optional.ofNullable(time.group(2)).orElse(""))
        : "";
  }

  /** Such as {@code results/proof and results/reference}. */
  static String named(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(" and "));
  }

  private static boolean isOfARun(String name) {
    return name.equals(RESULTS) || name.equals(RESULTS_OF_JMH);
  }

  private static List<Path> find(Path folder, int depth, Predicate<String> wanted) {
    boolean named = isOfTheProject(folder);
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> named || !isOfTheProject(f))
          .filter(f -> wanted.test(f.getFileName().toString()))
          .filter(f -> !BESIDE.contains(f.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(folder + ": cannot be listed: " + e.getMessage(), e);
    }
  }
}
