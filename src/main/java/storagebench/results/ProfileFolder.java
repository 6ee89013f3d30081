package storagebench.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import storagebench.UserError;

/**
 * The files that profilers make of one trial: {@code profile/<cell>,round=<n>/} in the run's
 * folder. It is made by the first file that goes into it. What is put together from all trials of a
 * cell is in {@code profile/<cell>/}.
 *
 * @param path where it is, or would be
 */
public record ProfileFolder(Path path) {
  /** System property by which a trial's JVM learns of the folder. */
  public static final String PROPERTY = "storagebench.profile";

  /** What went wrong without harm to the measurement, a line each. */
  public static final String WARNINGS = "warnings.txt";

  private static final String ALL = "profile";
  private static final String PLANS = "plans";
  private static final String QUERIES = "queries";
  private static final String ROUND = ",round=";

  /**
   * The folder of one trial.
   *
   * @param run the run's folder
   * @param cell what tells its cell apart from the others, for people
   * @param round 0 for the first
   */
  public static ProfileFolder of(Path run, String cell, int round) {
    String name = cell.replaceAll("[^A-Za-z0-9=.]+", ",") + ROUND + round;
    return new ProfileFolder(run.resolve(ALL).resolve(name).toAbsolutePath());
  }

  /**
   * The files of all trials of a run that have something to show, by trial and name.
   *
   * @throws UserError if they cannot be listed
   */
  public static List<Path> filesOf(Path run) {
    return in(run.resolve(ALL), 2).stream().filter(file -> !file.endsWith(WARNINGS)).toList();
  }

  /**
   * Keeps how a query of a stream or a race was executed, in {@code plans/}.
   *
   * @param run the run's folder
   * @param name of the file, without its ending
   * @throws UserError if it cannot be written
   */
  public static void keepPlan(Path run, String name, String plan) {
    try {
      Path plans = Files.createDirectories(run.resolve(PLANS));
      WholeFile.write(plans.resolve(name + ".txt"), plan.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UserError("cannot write plans into " + run + ": " + e.getMessage(), e);
    }
  }

  /**
   * Removes plans that are not of these queries.
   *
   * @param names of the files that stay, without their ending
   * @throws UserError if one cannot be removed
   */
  public static void keepPlansOnly(Path run, Set<String> names) {
    for (Path plan : in(run.resolve(PLANS), 1)) {
      if (!names.contains(plan.getFileName().toString().replaceFirst("\\.txt$", ""))) {
        WholeFile.remove(plan);
      }
    }
  }

  private static List<Path> in(Path folder, int depth) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(folder + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  /**
   * The files of a run by cell and name: what was put together from all trials of the cell, else
   * that of one trial.
   *
   * @throws UserError if they cannot be listed
   */
  public static SortedMap<String, SortedMap<String, Path>> byCell(Path run) {
    SortedMap<String, SortedMap<String, Path>> cells = new TreeMap<>();
    for (Path file : filesOf(run)) {
      Path folder = file.getParent();
      String name = folder.getFileName().toString();
      int round = name.lastIndexOf(ROUND);
      SortedMap<String, Path> files =
          cells.computeIfAbsent(
              round < 0 ? name : name.substring(0, round), cell -> new TreeMap<>());
      if (round < 0) {
        files.put(file.getFileName().toString(), file);
      } else {
        files.putIfAbsent(file.getFileName().toString(), file);
      }
    }
    return cells;
  }

  /**
   * The files of a side of a comparison by cell and name: those of its own run, or of the duel that
   * it is a side of, where they begin with the side's name, which is left out.
   *
   * @param side the folder of its results
   * @throws UserError if they cannot be listed
   */
  public static SortedMap<String, SortedMap<String, Path>> ofSide(Path side) {
    SortedMap<String, SortedMap<String, Path>> cells = byCell(side);
    Path duel = side.getParent();
    if (!cells.isEmpty() || duel == null) {
      return cells;
    }
    String prefix = side.getFileName() + "-";
    byCell(duel)
        .forEach(
            (cell, files) -> {
              SortedMap<String, Path> own = new TreeMap<>();
              files.forEach(
                  (name, file) -> {
                    if (name.startsWith(prefix)) {
                      own.put(name.substring(prefix.length()), file);
                    }
                  });
              if (!own.isEmpty()) {
                cells.put(cell, own);
              }
            });
    return cells;
  }

  /**
   * The files of runs by cell and name, and the plans of a stream's queries. Of several runs that
   * have files of one cell it is those of the first.
   *
   * @param results result files, in the folders of their runs or sides
   * @throws UserError if they cannot be listed
   */
  public static SortedMap<String, SortedMap<String, Path>> beside(Collection<Path> results) {
    SortedMap<String, SortedMap<String, Path>> cells = new TreeMap<>();
    for (Path file : results) {
      Path folder = file.toAbsolutePath().getParent();
      ofSide(folder)
          .forEach(
              (cell, files) ->
                  files.forEach(cells.computeIfAbsent(cell, c -> new TreeMap<>())::putIfAbsent));
      in(folder.resolve(PLANS), 1)
          .forEach(
              plan ->
                  cells
                      .computeIfAbsent(QUERIES, c -> new TreeMap<>())
                      .putIfAbsent(plan.getFileName().toString(), plan));
    }
    return cells;
  }

  /**
   * Removes what a trial left that failed, before it is measured again.
   *
   * @throws UserError if a file cannot be removed
   */
  public void clear() {
    if (!Files.isDirectory(path)) {
      return;
    }
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UserError("cannot remove what a failed trial left: " + e, e);
    }
  }

  /** Where files are that are put together from all trials of the cell. */
  public Path ofCell() {
    return path.resolveSibling(cell());
  }

  /**
   * The files of that name of all trials of the cell so far, in no particular order.
   *
   * @throws UserError if they cannot be listed
   */
  public List<Path> ofTrials(String name) {
    String beginning = cell() + ROUND;
    try (Stream<Path> trials = Files.list(path.getParent())) {
      return trials
          .filter(trial -> trial.getFileName().toString().startsWith(beginning))
          .map(trial -> trial.resolve(name))
          .filter(Files::exists)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UserError(path.getParent() + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  private String cell() {
    String name = path.getFileName().toString();
    return name.substring(0, name.lastIndexOf(ROUND));
  }

  /** The warnings of the trial so far; none where there is no file. */
  public List<String> warnings() {
    Path file = path.resolve(WARNINGS);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + e, e);
    }
  }
}
