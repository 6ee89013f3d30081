package storagebench.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Result files whose forks may stand in one row: those of one run, or of runs that were named one
 * by one, as far as DDL, workload, server and settings are the same.
 *
 * @param runs the folders of the runs
 * @param files their result files
 * @param unlike the facts in which they differ from files of the same runs that stand apart
 */
public record AlikeFiles(List<Path> runs, List<Path> files, SortedSet<String> unlike) {
  /** A run in rounds has one such folder a round. */
  private static final Pattern ROUND = Pattern.compile("round-\\d{1,9}");

  public AlikeFiles {
    runs = List.copyOf(runs);
    files = List.copyOf(files);
  }

  /**
   * Puts the files together that may be: of a folder of several runs each run stands alone.
   *
   * @param paths what was named
   * @param files the result files in them
   */
  public static List<AlikeFiles> among(List<Path> paths, List<Path> files) {
    boolean oneByOne = paths.stream().allMatch(path -> runsIn(path) == 1);
    Map<Path, List<Path>> byRun = new LinkedHashMap<>();
    for (Path file : files) {
      Path run = oneByOne ? Path.of("") : runOf(file);
      byRun.computeIfAbsent(run, r -> new ArrayList<>()).add(file);
    }
    return byRun.values().stream().flatMap(ofRun -> alike(ofRun).stream()).toList();
  }

  /** What is no folder is one run; it may be a pipe, which cannot be looked at twice. */
  private static long runsIn(Path path) {
    return Files.isDirectory(path)
        ? RunFolder.resultsIn(path).stream().map(AlikeFiles::runOf).distinct().count()
        : 1;
  }

  /**
   * The folder of the run that a result file is of; rounds lie in it, each with a run of its own.
   */
  static Path runOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return isRound(folder)
        ? folder.getParent()
        : isRound(folder.getParent()) ? folder.getParent().getParent() : folder;
  }

  private static boolean isRound(Path folder) {
    return folder != null
        && folder.getFileName() != null
        && ROUND.matcher(folder.getFileName().toString()).matches();
  }

  private static List<AlikeFiles> alike(List<Path> files) {
    Map<Path, Optional<Fingerprint>> fingerprints = new HashMap<>();
    files.forEach(file -> fingerprints.put(file, Fingerprint.beside(file)));
    List<List<Path>> groups = new ArrayList<>();
    List<SortedSet<String>> unlike = new ArrayList<>();
    for (Path file : files) {
      SortedSet<String> differences = new TreeSet<>();
      int group = 0;
      while (group < groups.size()) {
        SortedSet<String> here = unlike(file, groups.get(group), fingerprints);
        if (here.isEmpty()) {
          break;
        }
        differences.addAll(here);
        group++;
      }
      if (group == groups.size()) {
        groups.add(new ArrayList<>());
        unlike.add(differences);
      }
      groups.get(group).add(file);
    }
    List<AlikeFiles> alike = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Set<Path> runs = new LinkedHashSet<>();
      groups.get(i).forEach(file -> runs.add(runOf(file)));
      alike.add(new AlikeFiles(List.copyOf(runs), groups.get(i), unlike.get(i)));
    }
    return alike;
  }

  private static SortedSet<String> unlike(
      Path file, List<Path> group, Map<Path, Optional<Fingerprint>> fingerprints) {
    SortedSet<String> unlike = new TreeSet<>();
    for (Path other : group) {
      Optional<Fingerprint> its = fingerprints.get(other);
      fingerprints.get(file).stream()
          .flatMap(mine -> its.stream().map(it -> FingerprintPolicy.LIKE_RUNS.between(it, mine)))
          .flatMap(List::stream)
          .forEach(difference -> unlike.add(difference.field()));
    }
    return unlike;
  }
}
