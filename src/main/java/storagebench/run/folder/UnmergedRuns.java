package storagebench.run.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.UserError;
import storagebench.results.RunFolder;
import storagebench.results.TrialLog;

/**
 * Runs whose result files lack finished trials, because the runner was killed or is still at work.
 * Reports and comparisons read result files, so these are completed before.
 */
public final class UnmergedRuns {
  private static final Set<String> MADE = Set.of(RunFolder.RESULTS, TrialLog.FILE);

  private final BiFunction<RunPlan, Path, RunResults> results;
  private final Consumer<String> notices;

  /**
   * @param results the result files of a plan in a folder
   * @param notices takes a line for what is left out
   */
  public UnmergedRuns(BiFunction<RunPlan, Path, RunResults> results, Consumer<String> notices) {
    this.results = results;
    this.notices = notices;
  }

  /**
   * Completes the result files of every run that nobody is at work in.
   *
   * @param path a run's folder, a file or a folder in one, or a folder that holds several
   * @return what to read instead: the path itself; of a run that is under way, or whose folder
   *     cannot be written to, a copy with all trials, which is deleted at the end of the process
   */
  public Path merged(Path path) {
    for (Path run : runsOf(path)) {
      if (lacksTrials(run)) {
        try {
          RunLock.holding(run, () -> write(run, results(run, run)));
        } catch (UserError locked) {
          Path whole = path.toAbsolutePath();
          if (whole.startsWith(run.toAbsolutePath())) {
            return copy(run).resolve(run.toAbsolutePath().relativize(whole));
          }
          notices.accept(run + " lacks trials: " + locked.getMessage() + ", or name it alone");
        }
      }
    }
    return path;
  }

  /** The run that the path lies in, or those that lie in it. */
  private static List<Path> runsOf(Path path) {
    for (Path run = path.toAbsolutePath().getParent(); run != null; run = run.getParent()) {
      if (Files.exists(run.resolve(RunPlan.FILE))) {
        return List.of(run);
      }
    }
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> file.endsWith(RunPlan.FILE))
          .map(Path::getParent)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(path + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  /** A plan that cannot be read, or not any more, is no reason not to read the results. */
  private boolean lacksTrials(Path run) {
    try {
      Set<Integer> kept = new TrialStore(run).positions();
      return results(run, run).folders().stream()
          .anyMatch(folder -> !mergedIn(folder).containsAll(kept));
    } catch (UserError unreadable) {
      return false;
    }
  }

  private RunResults results(Path run, Path folder) {
    return results.apply(RunPlan.in(run), folder);
  }

  /** The positions of the trials in the result files of a folder. */
  private static Set<Integer> mergedIn(Path folder) {
    return TrialLog.beside(folder.resolve(RunFolder.RESULTS)).stream()
        .flatMap(log -> log.trials().stream())
        .map(TrialLog.Trial::position)
        .collect(Collectors.toSet());
  }

  private void write(Path run, RunResults to) {
    to.write(
        new TrialStore(run)
            .read(
                file ->
                    notices.accept(file + ": is damaged and left out; --resume sets it aside")));
  }

  /** The run's folder with links to all but the result files, which are made there. */
  private Path copy(Path run) {
    try {
      Path copy = temporary(Files.createTempDirectory("storagebench-"));
      copy = temporary(Files.createDirectory(copy.resolve(run.toRealPath().getFileName())));
      for (Path folder : results(run, run).folders()) {
        Path linked = copy.resolve(run.relativize(folder));
        if (!folder.equals(run)) {
          temporary(Files.createDirectory(linked));
        }
        link(folder, linked);
      }
      write(run, results(run, copy));
      return copy;
    } catch (IOException e) {
      throw new UserError(run + ": cannot be copied to be read: " + e, e);
    }
  }

  private static void link(Path folder, Path linked) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Path name = temporary(linked.resolve(file.getFileName()));
        if (!MADE.contains(file.getFileName().toString())) {
          Files.createSymbolicLink(name, file.toAbsolutePath());
        }
      }
    }
    MADE.forEach(name -> temporary(linked.resolve(name)));
  }

  private static Path temporary(Path path) {
    path.toFile().deleteOnExit();
    return path;
  }
}
