package storagebench.compare;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import storagebench.compare.match.BuildRuns;
import storagebench.compare.match.Run;
import storagebench.results.ProfileFolder;

/**
 * The files that profilers have kept of a cell on both sides, by name, such as {@code flame.html}.
 *
 * @param cell name of the cell's folder
 */
public record ProfilePair(
    String cell, SortedMap<String, Path> baseline, SortedMap<String, Path> candidate) {
  public ProfilePair {
    baseline = Collections.unmodifiableSortedMap(new TreeMap<>(baseline));
    candidate = Collections.unmodifiableSortedMap(new TreeMap<>(candidate));
  }

  /** Those of every cell of which either side has some. */
  static List<ProfilePair> of(BuildRuns baseline, BuildRuns candidate) {
    SortedMap<String, SortedMap<String, Path>> before = files(baseline);
    SortedMap<String, SortedMap<String, Path>> after = files(candidate);
    SortedSet<String> cells = new TreeSet<>(before.keySet());
    cells.addAll(after.keySet());
    return cells.stream()
        .map(
            cell ->
                new ProfilePair(
                    cell,
                    before.getOrDefault(cell, new TreeMap<>()),
                    after.getOrDefault(cell, new TreeMap<>())))
        .toList();
  }

  private static SortedMap<String, SortedMap<String, Path>> files(BuildRuns side) {
    return ProfileFolder.beside(side.runs().stream().map(Run::file).toList());
  }
}
