package storagebench.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Everything that was measured, from any mix of files and folders.
 *
 * @param cells one for each identity, in order; what several files measured is merged as more forks
 * @param fingerprints what each run that has one was measured on
 * @param warnings what was read and does not count, one line each
 */
public record Results(List<Cell> cells, List<Fingerprint> fingerprints, List<String> warnings) {
  public Results {
    cells = Cell.inOrder(cells);
    fingerprints = List.copyOf(fingerprints);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads JMH JSON files and run folders. A file that is reached twice counts once, and so does a
   * copy of it.
   *
   * @throws storagebench.UserError if one of them cannot be read or is not JMH's JSON
   */
  public static Results read(List<Path> paths) {
    Map<Identity, Cell> cells = new LinkedHashMap<>();
    DistinctFiles read = DistinctFiles.in(paths);
    List<String> warnings = new ArrayList<>(read.warnings());
    for (Path file : read.files()) {
      ForkTurns turns = ForkTurns.beside(file);
      AtomicInteger empty = new AtomicInteger();
      Set<String> unlike = new TreeSet<>();
      Set<Identity> here = new HashSet<>();
      SortedSet<String> twice = new TreeSet<>();
      JmhReader.read(
          file,
          cell -> {
            if (!here.add(cell.identity())) {
              twice.add(cell.identity().benchmark());
            }
            empty.addAndGet(cell.forks().isEmpty() ? 0 : cell.emptyForks());
            cells.merge(
                cell.identity(),
                turns.addTo(cell),
                (before, more) -> {
                  unlike.addAll(before.inAnotherUnit(more));
                  return before.plus(more);
                });
          });
      if (empty.get() > 0) {
        warnings.add(emptyForks(file, empty.get()));
      }
      twice.forEach(
          benchmark ->
              warnings.add(
                  file
                      + " holds several results of one cell of "
                      + benchmark
                      + ", as JMH never writes: they count as more forks of it"));
      unlike.forEach(
          metric ->
              warnings.add(
                  file
                      + ": "
                      + metric
                      + " is in another unit than in other results of the same cell; it is left out"
                      + " here"));
    }
    return new Results(List.copyOf(cells.values()), Fingerprint.beside(read.files()), warnings);
  }

  /** What there was after so many forks of each cell. */
  public Results after(int trials) {
    return new Results(
        cells.stream().map(cell -> cell.after(trials)).toList(), fingerprints, warnings);
  }

  private static String emptyForks(Path file, int count) {
    return file
        + ": "
        + (count == 1 ? "a fork has no scores and does" : count + " forks have no scores and do")
        + " not count";
  }
}
