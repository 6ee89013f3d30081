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
    DistinctFiles files = DistinctFiles.in(paths);
    List<String> warnings = new ArrayList<>(files.warnings());
    files.files().forEach(file -> warnings.addAll(new OneFile(file, cells).read()));
    return new Results(List.copyOf(cells.values()), Fingerprint.beside(files.files()), warnings);
  }

  /** What there was after so many forks of each cell. */
  public Results after(int trials) {
    return new Results(
        cells.stream().map(cell -> cell.after(trials)).toList(), fingerprints, warnings);
  }

  /** Puts the cells of one file to those of others, and finds what does not count. */
  private static final class OneFile {
    private final Path file;
    private final Map<Identity, Cell> cells;
    private final ForkTurns turns;
    private final Set<Identity> here = new HashSet<>();
    private final SortedSet<String> twice = new TreeSet<>();
    private final SortedSet<String> inAnotherUnit = new TreeSet<>();
    private int emptyForks;

    OneFile(Path file, Map<Identity, Cell> cells) {
      this.file = file;
      this.cells = cells;
      this.turns = ForkTurns.beside(file);
    }

    /** What was read and does not count, one line each. */
    List<String> read() {
      JmhReader.read(file, this::add);
      List<String> warnings = new ArrayList<>();
      if (emptyForks > 0) {
        warnings.add(
            file
                + ": "
                + (emptyForks == 1
                    ? "a fork has no scores and does"
                    : emptyForks + " forks have no scores and do")
                + " not count");
      }
      for (String benchmark : twice) {
        warnings.add(
            file
                + " holds several results of one cell of "
                + benchmark
                + ", as JMH never writes: they count as more forks of it");
      }
      for (String metric : inAnotherUnit) {
        warnings.add(
            file
                + ": "
                + metric
                + " is in another unit than in other results of the same cell; it is left out"
                + " here");
      }
      return warnings;
    }

    private void add(Cell cell) {
      if (!here.add(cell.identity())) {
        twice.add(cell.identity().benchmark());
      }
      emptyForks += cell.forks().isEmpty() ? 0 : cell.emptyForks();
      cells.merge(cell.identity(), turns.addTo(cell), this::merged);
    }

    private Cell merged(Cell before, Cell more) {
      inAnotherUnit.addAll(before.inAnotherUnit(more));
      return before.plus(more);
    }
  }
}
